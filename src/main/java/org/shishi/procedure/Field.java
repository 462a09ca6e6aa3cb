package org.shishi.procedure;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.shishi.files.Sort;

/**
 * A field an act may ask for.
 *
 * @param atMost longest accepted value in characters; of FILES how many they may be
 * @param personal goes to the sealed body and is masked in every sheet
 * @param of the categories a CATEGORY is chosen from, or the procedure a MATTER must belong to
 * @param preset what stands in the form from the start, {@code offer} what is offered from a table
 * @param choices what a CHOICE is chosen from, in the order shown
 * @param accept the sorts of files FILES may be
 * @param keys under which its values stand in {@link Facts}: its name, or one for each part
 */
public record Field(
        String name,
        Kind kind,
        boolean needed,
        boolean personal,
        int atMost,
        Optional<String> of,
        List<String> choices,
        Optional<String> preset,
        List<Sort> accept,
        Optional<Offer> offer,
        List<String> keys,
        Spot spot) {

    /** A value offered from a dated table, once what the table goes by is said. */
    public record Offer(String table, String column) {
        static Offer read(Yaml yaml) {
            yaml.map(Keywords.PRESET);
            return new Offer(yaml.get("table").text(), yaml.get("column").text());
        }
    }

    /** What may be written into a field; a kind of several parts is kept as {@code name.part}. */
    public enum Kind {
        /** Several lines of words. */
        TEXT(10_000),
        /** One line of words. */
        LINE(200),
        NUMBER(30),
        /** A day, {@code 2021-10-08}. */
        DATE(10),
        /** A point in time, ISO 8601. */
        MOMENT(40),
        YES(5),
        CHOICE(60),
        CATEGORY(60),
        UNIT(60),
        DIVISION(20),
        /** Division, words and coordinates. */
        PLACE(200, "division", "text", "lat", "lon"),
        /** Name, phone, identity number and how else to reach somebody. */
        PERSON(60, "name", "phone", "id", "address", "mail"),
        /** Another matter, by its number. */
        MATTER(60),
        /** Photographs, recordings, documents: one line each, as {@code Attachment} writes it. */
        FILES(6);

        private final int atMost;
        private final List<String> parts;

        Kind(int atMost, String... parts) {
            this.atMost = atMost;
            this.parts = List.of(parts);
        }

        public int atMost() {
            return atMost;
        }

        /** The parts of a kind that has several; empty for a plain one. */
        public List<String> parts() {
            return parts;
        }

        /** Short values are kept in the matter's head, where checks, limits and scopes read them. */
        public boolean isShort() {
            return this != TEXT && this != PERSON && this != FILES;
        }

        static Kind read(Yaml yaml) {
            for (Kind kind : values()) {
                if (kind.keyword().equals(yaml.text())) {
                    return kind;
                }
            }
            throw yaml.spot().error("unknown kind '" + yaml.text() + "'; expected one of " + keywords());
        }

        public String keyword() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static List<String> keywords() {
            return java.util.Arrays.stream(values()).map(Kind::keyword).toList();
        }
    }

    static Field read(String name, Yaml yaml) {
        Map<String, Yaml> said = yaml.map(Keywords.FIELD);
        Kind kind = Kind.read(yaml.get("kind"));
        Field field = new Field(
                name,
                kind,
                said.containsKey("needed") && said.get("needed").yes(),
                said.containsKey("personal") && said.get("personal").yes(),
                yaml.find("at-most").map(Yaml::number).orElse(kind.atMost()),
                yaml.find("of").filter(Yaml::isText).map(Yaml::text),
                kind == Kind.CHOICE ? yaml.get("of").texts() : List.of(),
                yaml.find("preset").filter(Yaml::isText).map(Yaml::text),
                accepted(yaml),
                yaml.find("preset").filter(each -> !each.isText()).map(Offer::read),
                keys(name, kind),
                yaml.spot());
        return field.checked();
    }

    private static List<String> keys(String name, Kind kind) {
        return kind.parts().isEmpty()
                ? List.of(name)
                : kind.parts().stream().map(part -> name + "." + part).toList();
    }

    private static List<Sort> accepted(Yaml yaml) {
        return yaml.find("accept").map(Yaml::texts).orElse(List.of()).stream()
                .map(said -> Sort.find(said)
                        .orElseThrow(() -> yaml.spot()
                                .error("unknown sort of file '" + said + "'; expected some of " + Sort.keywords())))
                .toList();
    }

    private Field checked() {
        if ((kind == Kind.FILES) == accept.isEmpty()) {
            throw spot.error("field '" + name + "': a field of kind files, and no other, says what it accepts");
        }
        if ((kind == Kind.CATEGORY || kind == Kind.MATTER) && of.isEmpty()) {
            throw spot.error("field '" + name + "' of kind " + kind.keyword() + " needs 'of'");
        }
        if (preset.isPresent() && kind == Kind.CHOICE && !choices.contains(preset.get())) {
            throw spot.error("preset '" + preset.get() + "' is not among " + choices);
        }
        return this;
    }
}
