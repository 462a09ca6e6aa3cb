package org.shishi.matter;

import java.util.Optional;

/**
 * A named condition of a procedure: may this be recorded? Its name in a pack ({@code second-person}) is its class name
 * ({@code SecondPerson}), looked for in the pack's own package and then in {@code org.shishi.matter.checks}. Pure and
 * quick; it has no state and a constructor without arguments.
 */
public interface Check {
    boolean allows(Asked asked);

    /** The field beside which its refusal is shown; empty when it bars the act whatever the form holds. */
    default Optional<String> field() {
        return Optional.empty();
    }
}
