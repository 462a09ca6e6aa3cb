package org.shishi.ledger;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/**
 * What the city stands by: that its ledger of so many entries has this root (C2SP tlog-checkpoint, a signed note).
 *
 * @param origin the log's name, {@code shishi/<city>}
 * @param note the whole signed text, with its one signature of ours
 */
public record Checkpoint(String origin, long size, Hash root, String note) {
    private static final String SIGNATURE = "— ";

    /** A checkpoint signed now. */
    public static Checkpoint sign(SigningKey key, long size, Hash root) {
        String name = key.verifier().name();
        String text = name + "\n" + size + "\n" + base64(root.raw()) + "\n";
        byte[] signature = key.sign(text.getBytes(StandardCharsets.UTF_8));
        byte[] identified = ByteBuffer.allocate(4 + signature.length)
                .put(key.verifier().id())
                .put(signature)
                .array();
        return new Checkpoint(name, size, root, text + "\n" + SIGNATURE + name + " " + base64(identified) + "\n");
    }

    /**
     * Reads a note in the one spelling we write, without checking the signature.
     *
     * @throws IllegalArgumentException when it is anything else, for instance signed by others too
     */
    public static Checkpoint read(String note) {
        String[] lines = note.split("\n", -1);
        if (lines.length == 6 && lines[3].isEmpty() && lines[5].isEmpty()) {
            long size = Long.parseLong(lines[1]);
            Hash root = Hash.own(unbase64(lines[2]));
            boolean plain = Long.toString(size).equals(lines[1]) && size >= 0;
            if (plain && lines[4].startsWith(SIGNATURE + lines[0] + " ")) {
                return new Checkpoint(lines[0], size, root, note);
            }
        }
        throw new IllegalArgumentException("not a checkpoint with one signature");
    }

    /** Is this signed with that key? */
    public boolean isSignedWith(VerifierKey key) {
        int blank = note.indexOf("\n\n");
        String prefix = SIGNATURE + key.name() + " ";
        if (!key.name().equals(origin) || blank < 0 || !note.startsWith(prefix, blank + 2)) {
            return false;
        }
        byte[] identified = unbase64(note.substring(blank + 2 + prefix.length(), note.length() - 1));
        byte[] text = note.substring(0, blank + 1).getBytes(StandardCharsets.UTF_8);
        return identified.length == 4 + 64
                && Arrays.equals(Arrays.copyOf(identified, 4), key.id())
                && key.verify(text, Arrays.copyOfRange(identified, 4, identified.length));
    }

    static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** Only the spelling that {@link #base64} writes: stray bits in the last character are refused. */
    static byte[] unbase64(String text) {
        byte[] bytes = Base64.getDecoder().decode(text);
        if (!base64(bytes).equals(text)) {
            throw new IllegalArgumentException("not base64 as we write it: " + text);
        }
        return bytes;
    }
}
