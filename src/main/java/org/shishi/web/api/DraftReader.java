package org.shishi.web.api;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads one command from JSON and is strict about it: what is misspelt is said, not passed over. */
final class DraftReader {
    private static final int FACTS_AT_MOST = 200;
    private static final int EARLIEST = 1900;
    private static final int LATEST = 9999;

    private final JsonParser json;
    private final Set<String> members;
    private final String at;
    private final Map<String, String> texts = new HashMap<>();
    private final Map<String, String> facts = new LinkedHashMap<>();
    private final Map<String, Draft.Bare> bare = new LinkedHashMap<>();
    private OptionalLong expecting = OptionalLong.empty();

    /**
     * @param members that may stand in the command
     * @param at JSON Pointer to the command
     */
    private DraftReader(JsonParser json, Set<String> members, String at) {
        this.json = json;
        this.members = members;
        this.at = at;
    }

    /** The command whose opening brace is the current token; ends at its closing brace. */
    static Draft read(JsonParser json, Set<String> members, String at) {
        DraftReader reader = new DraftReader(json, members, at);
        reader.require(JsonToken.START_OBJECT, "", "object-wanted");
        reader.members();
        return reader.draft();
    }

    private void require(JsonToken wanted, String where, String otherwise) {
        if (json.currentToken() != wanted) {
            throw Wrong.at(at + where, otherwise);
        }
    }

    private void members() {
        Set<String> seen = new HashSet<>();
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = json.currentName();
            String where = "/" + Draft.pointed(name);
            if (!members.contains(name)) {
                throw Wrong.at(
                        at + where,
                        "unknown-member",
                        String.join(", ", members.stream().sorted().toList()));
            }
            if (!seen.add(name)) {
                throw Wrong.at(at + where, "twice");
            }
            json.nextToken();
            member(name, where);
        }
    }

    private void member(String name, String where) {
        switch (name) {
            case "facts" -> {
                require(JsonToken.START_OBJECT, where, "object-wanted");
                facts("", where);
            }
            case "expecting" -> {
                require(JsonToken.VALUE_NUMBER_INT, where, "position-wanted");
                expecting = OptionalLong.of(position(where));
            }
            default -> {
                require(JsonToken.VALUE_STRING, where, "text-wanted");
                texts.put(name, json.getString());
            }
        }
    }

    private long position(String where) {
        String digits = json.getString();
        if (digits.length() > 18) {
            throw Wrong.at(at + where, "position-wanted");
        }
        return Long.parseLong(digits);
    }

    /** Facts may be nested ({@code caller: {phone: …}}) or flat ({@code caller.phone}). */
    private void facts(String prefix, String where) {
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = json.currentName();
            String here = where + "/" + Draft.pointed(name);
            switch (json.nextToken()) {
                case START_OBJECT -> {
                    if (!prefix.isEmpty()) {
                        throw Wrong.at(at + here, "too-deep");
                    }
                    facts(name + ".", here);
                }
                case VALUE_STRING -> fact(prefix + name, here);
                case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> bare(prefix + name, Draft.Bare.NUMBER, here);
                case VALUE_TRUE, VALUE_FALSE -> bare(prefix + name, Draft.Bare.TRUTH, here);
                case VALUE_NULL -> {} // not said
                default -> throw Wrong.at(at + here, "text-wanted");
            }
        }
    }

    private void bare(String key, Draft.Bare kind, String where) {
        fact(key, where);
        bare.put(key, kind);
    }

    private void fact(String key, String where) {
        if (facts.put(key, json.getString()) != null) {
            throw Wrong.at(at + where, "twice");
        }
        if (facts.size() > FACTS_AT_MOST) {
            throw Wrong.at(at + where, "too-many", Integer.toString(FACTS_AT_MOST));
        }
    }

    private Draft draft() {
        return new Draft(
                text("procedure"), text("matter"), text("act"), facts, bare, happenedAt(), text("key"), expecting);
    }

    private Optional<String> text(String name) {
        Optional<String> said = Optional.ofNullable(texts.get(name));
        if (said.filter(text -> !Call.isPlain(text) || text.length() > 200).isPresent()) {
            throw Wrong.at(at + "/" + name, "name-wanted");
        }
        return said;
    }

    private Optional<Instant> happenedAt() {
        return text("happenedAt").map(said -> {
            try {
                OffsetDateTime time = OffsetDateTime.parse(said);
                if (time.getYear() >= EARLIEST && time.getYear() < LATEST) {
                    return time.toInstant();
                }
            } catch (DateTimeException e) {
                // said below
            }
            throw Wrong.at(at + "/happenedAt", "time-wanted");
        });
    }
}
