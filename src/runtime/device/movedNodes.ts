/**
 * Keeps React working when a browser's translator or an extension moves or removes its nodes. React asks a node's old parent to
 * remove it, or to insert before it, which throws and breaks the page (facebook/react#11538). Here a node that is somewhere below
 * its old parent is removed from where it is, and a missing one is ignored.
 */
export function bearMovedNodes(): void {
  const { removeChild, insertBefore } = Node.prototype;
  /** Child of a parent that now contains a node; null where it is elsewhere. */
  const findPlace = (parent: Node, node: Node): Node | null => {
    let place: Node | null = node;
    while (place && place.parentNode !== parent) place = place.parentNode;
    return place;
  };
  Node.prototype.removeChild = function <T extends Node>(this: Node, child: T): T {
    const isMoved = child.parentNode !== this;
    if (isMoved && findPlace(this, child)) child.parentNode!.removeChild(child);
    return isMoved ? child : (removeChild.call(this, child) as T);
  };
  Node.prototype.insertBefore = function <T extends Node>(this: Node, node: T, before: Node | null): T {
    return insertBefore.call(this, node, before && findPlace(this, before)) as T;
  };
}
