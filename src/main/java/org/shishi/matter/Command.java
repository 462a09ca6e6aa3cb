package org.shishi.matter;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.shishi.people.Actor;

/**
 * What somebody wants recorded.
 *
 * @param on the matter it concerns, or the procedure a new one is opened under
 * @param happenedAt when it happened; empty: the moment it is recorded
 * @param facts as typed; keys as in {@code Facts}, values not yet checked
 * @param slip the caller's own name for this command; the same slip is never recorded twice
 * @param expecting the last entry of the matter the caller saw
 * @param via how it came in
 */
public record Command(
        Target on,
        String act,
        Actor by,
        Optional<Instant> happenedAt,
        Map<String, String> facts,
        String slip,
        OptionalLong expecting,
        Via via) {

    /** How a command came in; stands in the entry. */
    public enum Via {
        WEB,
        API,
        CLI,
        CLOCK,
        /** History from another system: its past due dates do not ring. */
        IMPORT
    }

    /** What a command is about. */
    public sealed interface Target {
        /** A new matter under the current version of a procedure. */
        record New(String procedure) implements Target {}

        /** A matter by its number. */
        record Numbered(String number) implements Target {}

        /** A matter by the position of its first entry. */
        record Known(long matter) implements Target {}
    }

    public static Command open(String procedure, String act, Actor by, Map<String, String> facts, Via via) {
        return new Command(
                new Target.New(procedure), act, by, Optional.empty(), facts, Slips.fresh(), OptionalLong.empty(), via);
    }

    public static Command on(String number, String act, Actor by, Map<String, String> facts, Via via) {
        return new Command(
                new Target.Numbered(number),
                act,
                by,
                Optional.empty(),
                facts,
                Slips.fresh(),
                OptionalLong.empty(),
                via);
    }

    public static Command on(long matter, String act, Actor by, Map<String, String> facts, Via via) {
        return new Command(
                new Target.Known(matter), act, by, Optional.empty(), facts, Slips.fresh(), OptionalLong.empty(), via);
    }

    public Command at(Instant happened) {
        return new Command(on, act, by, Optional.of(happened), facts, slip, expecting, via);
    }

    public Command slip(String own) {
        return new Command(on, act, by, happenedAt, facts, own, expecting, via);
    }

    public Command expecting(long position) {
        return new Command(on, act, by, happenedAt, facts, slip, OptionalLong.of(position), via);
    }
}
