import { Component, type ReactNode, Suspense } from 'react';

interface OnDemandProps {
  readonly children: ReactNode;
  /** Called when it could not be loaded; the rest of the page stays. */
  readonly onFail: () => void;
}

/** Error boundary of a part of the page that is loaded on demand. */
export class OnDemand extends Component<OnDemandProps, { readonly failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override componentDidCatch() {
    this.props.onFail();
  }

  override render() {
    return this.state.failed ? null : <Suspense>{this.props.children}</Suspense>;
  }
}
