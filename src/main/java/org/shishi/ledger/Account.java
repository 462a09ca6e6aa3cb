package org.shishi.ledger;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An exported ledger as it is rebuilt from its lines, each checked against what stood before. Every objection is an
 * {@link IllegalArgumentException}.
 */
final class Account {
    private Optional<VerifierKey> key;
    private String city = "";
    private long expected = -1;
    private Frontier.Growing frontier = Frontier.empty(Digest.SHA256).growing((height, index, hash) -> {});
    private Digest digest = Digest.SHA256;
    private long size;
    private long secrets;
    private long erased;
    private Instant recordedAt = Instant.MIN;
    private boolean closed;

    Account(Optional<VerifierKey> key) {
        this.key = key;
    }

    boolean isClosed() {
        return closed;
    }

    long expectedLines() {
        return expected + 2;
    }

    Verify.Finding finding(Optional<Verify.Fault> fault) {
        return new Verify.Finding(size, secrets, erased, fault);
    }

    void take(byte[] row) {
        Json json = Json.read(row);
        if (expected < 0) {
            open(json);
        } else if (size < expected) {
            entry(json);
        } else {
            close(json);
        }
    }

    private void open(Json json) {
        names(json, List.of("export", "city", "digest", "key", "size"));
        require(json.text("export").equals(Export.FORMAT), "not an export of the format " + Export.FORMAT);
        city = json.text("city");
        digest = Digest.valueOf(json.text("digest"));
        frontier = Frontier.empty(digest).growing((height, index, hash) -> {});
        VerifierKey own = VerifierKey.read(json.text("key"));
        String published = key.orElse(own).vkey();
        require(own.vkey().equals(published), "the key is not " + published);
        require(own.name().equals(VerifierKey.origin(city)), "the key is not that of city " + city);
        key = Optional.of(own);
        require(json.number("size") >= 0, "a size below 0");
        expected = json.number("size");
    }

    private void entry(Json json) {
        require(json.findText("checkpoint").isEmpty(), "the checkpoint stands where entry " + (size + 1) + " should");
        byte[] header = json.text("header").getBytes(StandardCharsets.UTF_8);
        Json head = Json.read(header);
        Entry entry = Entry.of(head);
        require(head.text("city").equals(city), "an entry of another city: " + head.text("city"));
        require(
                entry.position() == size + 1,
                "entry " + entry.position() + " stands where entry " + (size + 1) + " should");
        require(!entry.recordedAt().isBefore(recordedAt), "recorded before the entry before it");
        Hash leaf = Tree.leaf(digest, header);
        require(leaf.hex().equals(json.text("leaf")), "the header does not have this leaf hash");
        bodies(json, entry);
        frontier.append(leaf);
        recordedAt = entry.recordedAt();
        size++;
    }

    private void bodies(Json json, Entry entry) {
        boolean told = json.findText("secret").isPresent();
        List<String> names = new ArrayList<>(List.of("header", "leaf"));
        if (entry.facts().isPresent()) {
            names.addAll(List.of("factsSalt", "facts"));
        }
        if (told && entry.secret().isPresent()) {
            names.addAll(List.of("secretSalt", "secret"));
        }
        names(json, names);
        entry.facts()
                .ifPresent(hash -> body(
                        Body.Kind.FACTS,
                        json.text("factsSalt"),
                        json.text("facts").getBytes(StandardCharsets.UTF_8),
                        hash));
        entry.secret().ifPresent(hash -> secret(json, told, hash));
    }

    private void secret(Json json, boolean told, Hash hash) {
        secrets++;
        if (told) {
            body(Body.Kind.SECRET, json.text("secretSalt"), Checkpoint.unbase64(json.text("secret")), hash);
        } else {
            erased++;
        }
    }

    private void body(Body.Kind kind, String salt, byte[] bytes, Hash hash) {
        Body body = new Body(kind, Checkpoint.unbase64(salt), bytes);
        require(body.hash(digest).equals(hash), "the " + kind + " body does not have the hash in the header");
    }

    private void close(Json json) {
        names(json, List.of("checkpoint"));
        Checkpoint checkpoint = Checkpoint.read(json.text("checkpoint"));
        require(checkpoint.origin().equals(VerifierKey.origin(city)), "a checkpoint of another ledger");
        require(checkpoint.size() == size, "a checkpoint of " + checkpoint.size() + " entries after " + size);
        require(
                checkpoint.root().equals(frontier.frontier().root()),
                "the entries do not have the root in the checkpoint");
        require(checkpoint.isSignedWith(key.orElseThrow()), "the checkpoint's signature is not that of the key");
        closed = true;
    }

    private static void names(Json json, List<String> names) {
        require(json.names().equals(names), "has " + json.names() + " where " + names + " should be");
    }

    private static void require(boolean fits, String otherwise) {
        if (!fits) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
