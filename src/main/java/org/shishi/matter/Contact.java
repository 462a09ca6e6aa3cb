package org.shishi.matter;

import java.util.Optional;
import org.shishi.procedure.Facts;

/**
 * How a person in a matter can be reached, in clear. Opened for the moment of telling and by the post alone: it is kept
 * nowhere, and the entry about the notice stands for it in the ledger.
 */
public record Contact(Optional<String> phone, Optional<String> mail) {

    static Contact of(Facts said, String field) {
        return new Contact(said.find(field + ".phone"), said.find(field + ".mail"));
    }

    /** What is shown of it need not be more. */
    @Override
    public String toString() {
        return "Contact[…]";
    }
}
