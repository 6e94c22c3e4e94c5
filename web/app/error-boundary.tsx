import { Component, type ReactNode } from 'react';
import { Failed } from '../components/states.tsx';

/** Shows words in place of a blank page when drawing one fails. */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, { readonly error: unknown }> {
  override state: { readonly error: unknown } = { error: null };

  static getDerivedStateFromError(error: unknown): { readonly error: unknown } {
    return { error };
  }

  override render(): ReactNode {
    if (this.state.error === null) return this.props.children;
    return (
      <main className="main">
        <Failed error={this.state.error} onRetry={() => location.reload()} />
      </main>
    );
  }
}
