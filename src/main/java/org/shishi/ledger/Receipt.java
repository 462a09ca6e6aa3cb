package org.shishi.ledger;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a citizen keeps (回执): that the ledger holds an entry at this place. Checked offline, with nothing but the public key.
 * Its text is C2SP tlog-proof, which carries the digest and the leaf as extra data.
 *
 * @param siblings the inclusion proof, lowest first
 */
public record Receipt(Digest digest, long position, Hash leaf, List<Hash> siblings, Checkpoint checkpoint) {
    private static final String FIRST = "c2sp.org/tlog-proof@v1";

    public Receipt {
        siblings = List.copyOf(siblings);
    }

    /** The text to keep, several lines. */
    public String text() {
        StringBuilder text = new StringBuilder(FIRST).append('\n');
        byte[] extra = (digest + " " + leaf.hex()).getBytes(StandardCharsets.UTF_8);
        text.append("extra ").append(Checkpoint.base64(extra)).append('\n');
        text.append("index ").append(position - 1).append('\n');
        siblings.forEach(hash -> text.append(Checkpoint.base64(hash.raw())).append('\n'));
        return text.append('\n').append(checkpoint.note()).toString();
    }

    /** @throws IllegalArgumentException when the text is not a receipt as {@link #text} writes it */
    public static Receipt read(String text) {
        int blank = text.indexOf("\n\n");
        if (blank < 0) {
            throw new IllegalArgumentException("not a receipt: no checkpoint in it");
        }
        List<String> lines = new ArrayList<>(List.of(text.substring(0, blank).split("\n", -1)));
        expect(lines, FIRST);
        String[] extra = new String(Checkpoint.unbase64(expect(lines, "extra ")), StandardCharsets.UTF_8).split(" ", 2);
        long index = Long.parseLong(expect(lines, "index "));
        List<Hash> siblings =
                lines.stream().map(Checkpoint::unbase64).map(Hash::own).toList();
        Receipt receipt = new Receipt(
                Digest.valueOf(extra[0]),
                index + 1,
                Hash.ofHex(extra[extra.length - 1]),
                siblings,
                Checkpoint.read(text.substring(blank + 2)));
        if (!receipt.text().equals(text)) {
            throw new IllegalArgumentException("not a receipt in the spelling of one");
        }
        return receipt;
    }

    private static String expect(List<String> lines, String beginning) {
        if (lines.isEmpty() || !lines.getFirst().startsWith(beginning)) {
            throw new IllegalArgumentException("not a receipt: no line \"" + beginning + "\"");
        }
        return lines.removeFirst().substring(beginning.length());
    }

    /** What does not fit; empty when the receipt is good under this key. */
    public Optional<String> objection(VerifierKey key) {
        if (!checkpoint.isSignedWith(key)) {
            return Optional.of("the checkpoint is not signed with the key " + key.vkey());
        }
        Optional<Hash> root = Proof.rootOf(digest, leaf, position - 1, checkpoint.size(), siblings);
        return root.equals(Optional.of(checkpoint.root()))
                ? Optional.empty()
                : Optional.of("entry " + position + " with this leaf is not in the ledger the checkpoint speaks of");
    }
}
