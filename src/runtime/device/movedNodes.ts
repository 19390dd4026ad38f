/**
 * A browser's translator and other extensions take nodes of the page away or put elements of theirs round them. React then asks a
 * node's old parent to remove it, or to insert before it, which throws and takes the page with it (facebook/react#11538). Here a
 * node that is somewhere below its old parent is taken from where it is, and one that is gone is gone.
 */
export function bearMovedNodes(): void {
  const { removeChild, insertBefore } = Node.prototype;
  /** The child of a parent in which a node stands now; null where it is elsewhere. */
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
