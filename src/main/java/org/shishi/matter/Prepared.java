package org.shishi.matter;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.shishi.ledger.Body;
import org.shishi.ledger.Digest;
import org.shishi.ledger.Hash;
import org.shishi.procedure.Act;
import org.shishi.procedure.Facts;
import org.shishi.procedure.Procedure;

/**
 * A command as its own caller made it ready: read, encoded, sealed. What is left for the writer depends on nothing but
 * the matter's standing.
 *
 * @param matter the matter it concerns; empty for a new one
 * @param facts what was said, without the personal part
 * @param said body of the facts; empty when nothing was said
 * @param sealed body of the personal facts; empty when there are none
 * @param traces keyed hashes by which the person can be found again
 * @param links matters named in the facts
 * @param files named in the facts
 * @param refusals what is wrong with the form
 */
record Prepared(
        Command command,
        Procedure procedure,
        Act act,
        Optional<Long> matter,
        Facts facts,
        Optional<Part> said,
        Optional<Part> sealed,
        List<Trace> traces,
        List<Link> links,
        List<Filed> files,
        List<Refusal> refusals) {

    /** A body and its hash, worked out by the caller so that the writer need not. */
    record Part(Body body, Hash hash) {
        static Part of(Body body, Digest digest) {
            return new Part(body, body.hash(digest));
        }
    }

    /** A keyed hash of a phone or identity number, and the field it stood in. */
    record Trace(String field, UUID digest) {}

    /** Another matter named in a field. */
    record Link(String field, long other) {}

    /** A file named in a field. */
    record Filed(String field, String hash, boolean personal) {}
}
