package org.shishi.matter;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Why something may not be recorded. A value, because the same answer draws the button, fills the form and answers the
 * API. Its words stand under {@code refusal.<name>} with {@link #args} filled in.
 */
public sealed interface Refusal {

    /** The name in the words and in the API: {@code NotAtThisStage} is {@code not-at-this-stage}. */
    default String name() {
        return getClass().getSimpleName().replaceAll("(?<=.)([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    /** What is filled into the words: names of stages, kinds and values, themselves to be put into words. */
    default List<String> args() {
        return List.of();
    }

    /** Not you, not here, not now: the button is not shown. */
    sealed interface AtTheDoor extends Refusal {}

    /** The form needs another look: shown beside the field. */
    sealed interface InTheForm extends Refusal {
        /** The fact it concerns ({@code text}, {@code caller.phone}); empty when it concerns the whole form. */
        Optional<String> field();
    }

    /** Concerns one fact. */
    sealed interface OfAField extends InTheForm {
        String key();

        @Override
        default Optional<String> field() {
            return Optional.of(key());
        }
    }

    /** No such matter, procedure or act. */
    record Unknown(String what) implements AtTheDoor {
        @Override
        public List<String> args() {
            return List.of(what);
        }
    }

    /** The actor holds none of the duties that may do this. */
    record NotYourDuty(String act, Set<String> duties) implements AtTheDoor {}

    /** Another unit answers for the matter. */
    record NotYourUnit(String act) implements AtTheDoor {}

    /** The act is not possible at this stage. */
    record NotAtThisStage(String act, String stage) implements AtTheDoor {
        @Override
        public List<String> args() {
            return List.of(stage);
        }
    }

    /** The matter is off the account. */
    record Closed(String act, String stage) implements AtTheDoor {
        @Override
        public List<String> args() {
            return List.of(stage);
        }
    }

    /** The window or limit within which it is possible does not run, or has passed. */
    record NotInTime(String deadline) implements AtTheDoor {}

    /** Something else has to be done first. */
    record NotYet(String act) implements AtTheDoor {}

    /** It was possible until something else was done. */
    record TooLateAfter(String act) implements AtTheDoor {}

    /** It was done as often as it may be. */
    record AlreadyDone(String act) implements AtTheDoor {}

    /** What was said of the matter before does not lead to this. */
    record NotWhen(String field) implements AtTheDoor {}

    /** Whoever did the one may not do the other. */
    record OtherPerson(String act) implements AtTheDoor {}

    /** The unit that did the one may not do the other. */
    record OtherUnit(String act) implements AtTheDoor {}

    /** Somebody acted since the caller looked: look again, then decide again. */
    record MovedOn(long expected, long last) implements AtTheDoor {
        @Override
        public List<String> args() {
            return List.of(Long.toString(expected), Long.toString(last));
        }
    }

    /** The slip stands for another act already. */
    record SlipUsed(String slip) implements AtTheDoor {}

    /** A named condition of the procedure says no, whatever the form holds. */
    record Barred(String check) implements AtTheDoor {
        @Override
        public String name() {
            return check;
        }
    }

    /** A needed field is empty. */
    record FieldNeeded(String key) implements OfAField {}

    /** A field this act does not ask for. */
    record FieldUnknown(String key) implements OfAField {
        @Override
        public List<String> args() {
            return List.of(key);
        }
    }

    /** A value that is not of the field's kind. */
    record FieldWrong(String key, String kind) implements OfAField {
        @Override
        public List<String> args() {
            return List.of(kind);
        }
    }

    /** A value of more characters than the field takes. */
    record TooLong(String key, int atMost, int found) implements OfAField {
        @Override
        public List<String> args() {
            return List.of(Integer.toString(atMost), Integer.toString(found));
        }
    }

    /** A value that is not among those to choose from. */
    record UnknownChoice(String key, String value) implements OfAField {
        @Override
        public List<String> args() {
            return List.of(value);
        }
    }

    /** A file that is not taken, for the reason it is named after: {@code file-too-large}, {@code file-not-sent}. */
    record FileRefused(String key, String why, String file) implements OfAField {
        @Override
        public String name() {
            return why;
        }

        @Override
        public List<String> args() {
            return List.of(file);
        }
    }

    /** More files than the field takes. */
    record TooManyFiles(String key, int atMost, int found) implements OfAField {
        @Override
        public List<String> args() {
            return List.of(Integer.toString(atMost), Integer.toString(found));
        }
    }

    /** It is said to have happened before what is recorded already. */
    record TooEarly(Instant previous) implements InTheForm {
        @Override
        public List<String> args() {
            return List.of(previous.toString());
        }

        @Override
        public Optional<String> field() {
            return Optional.empty();
        }
    }

    /** It is said to happen later than now. */
    record InTheFuture(Instant happenedAt) implements InTheForm {
        @Override
        public Optional<String> field() {
            return Optional.empty();
        }
    }

    /** A named condition of the procedure is not met by what the form holds. */
    record Unmet(String check, Optional<String> field) implements InTheForm {
        @Override
        public String name() {
            return check;
        }
    }
}
