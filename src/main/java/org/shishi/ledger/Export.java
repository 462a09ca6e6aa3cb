package org.shishi.ledger;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Writes a whole ledger as lines of JSON that {@link Verify} checks anywhere: a first line (city, digest, public key, size),
 * one line an entry (header, leaf, and the bodies with their salts), a last line with the signed checkpoint. No byte is
 * without meaning: one that differs makes the check fail.
 */
public final class Export {
    /** Stands first, so that a later format is told apart. */
    static final String FORMAT = "shishi-ledger-1";

    private final OutputStream out;

    private Export(OutputStream out) {
        this.out = out;
    }

    /** Begins an export of the first {@code size} entries. */
    public static Export begin(OutputStream out, String city, Digest digest, VerifierKey key, long size)
            throws IOException {
        Export export = new Export(out);
        export.line(new JsonWriter()
                .put("export", FORMAT)
                .put("city", city)
                .put("digest", digest.name())
                .put("key", key.vkey())
                .put("size", size));
        return export;
    }

    /** The next entry. An erased secret is simply not there. */
    public void entry(Line line, Optional<Body> facts, Optional<Body> secret) throws IOException {
        JsonWriter json =
                new JsonWriter(2048).put("header", text(line.header())).put("leaf", line.leaf());
        facts.ifPresent(
                body -> json.put("factsSalt", Checkpoint.base64(body.salt())).put("facts", text(body.bytes())));
        secret.ifPresent(body ->
                json.put("secretSalt", Checkpoint.base64(body.salt())).put("secret", Checkpoint.base64(body.bytes())));
        line(json);
    }

    /** Ends it; the stream stays open. */
    public void end(Checkpoint checkpoint) throws IOException {
        line(new JsonWriter().put("checkpoint", checkpoint.note()));
        out.flush();
    }

    private void line(JsonWriter json) throws IOException {
        out.write(json.bytes());
        out.write('\n');
    }

    private static String text(byte[] utf8) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(utf8))
                    .toString();
        } catch (IOException e) {
            throw new IllegalStateException("stored text is not UTF-8", e);
        }
    }
}
