package org.shishi.web.api;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.shishi.matter.Refusal;
import org.shishi.procedure.Procedure;
import org.shishi.sheet.UnknownColumn;
import org.shishi.web.Forms;
import org.shishi.web.Say;
import org.shishi.web.Status;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.firewall.RequestRejectedException;
import tools.jackson.core.JsonGenerator;

/** What went wrong, as RFC 9457 has it, in the caller's language. */
final class ApiProblems {
    private static final String TYPE = "urn:shishi:problem:";

    /** One thing that is wrong; the field or the place in the body it concerns, where it concerns one. */
    record Flaw(Optional<String> field, Optional<String> pointer, String name, String detail) {
        void write(JsonGenerator json) {
            json.writeStartObject();
            field.ifPresent(said -> json.writeStringProperty("field", said));
            pointer.ifPresent(said -> json.writeStringProperty("pointer", said));
            json.writeStringProperty("name", name);
            json.writeStringProperty("detail", detail);
            json.writeEndObject();
        }
    }

    /** A problem; the errors are what it comes down to. */
    record Problem(HttpStatus status, String name, String title, String detail, List<Flaw> errors) {
        void write(JsonGenerator json) {
            json.writeStringProperty("type", TYPE + name);
            json.writeStringProperty("title", title);
            json.writeNumberProperty("status", status.value());
            json.writeStringProperty("detail", detail);
            if (!errors.isEmpty()) {
                json.writeArrayPropertyStart("errors");
                errors.forEach(error -> error.write(json));
                json.writeEndArray();
            }
        }
    }

    /** @param procedure the procedure the refused act belongs to, whose words are used */
    static Problem of(List<Refusal> why, Optional<Procedure> procedure, Say say) {
        HttpStatus status = Status.of(why);
        List<Flaw> errors = new ArrayList<>();
        for (Refusal refusal : why) {
            Optional<String> field = refusal instanceof Refusal.InTheForm form ? form.field() : Optional.empty();
            errors.add(new Flaw(field, Optional.empty(), refusal.name(), words(refusal, procedure, say)));
        }
        boolean inTheForm = why.getFirst() instanceof Refusal.InTheForm;
        return inTheForm
                ? new Problem(
                        status,
                        "in-the-form",
                        title(status, say),
                        say.word("problem.api.in-the-form", errors.size()),
                        errors)
                : new Problem(
                        status,
                        why.getFirst().name(),
                        title(status, say),
                        errors.getFirst().detail(),
                        errors);
    }

    private static String words(Refusal refusal, Optional<Procedure> procedure, Say say) {
        return procedure
                .map(known -> Forms.words(say, known, refusal))
                .orElseGet(() ->
                        say.word("refusal." + refusal.name(), refusal.args().toArray()));
    }

    private static String title(HttpStatus status, Say say) {
        return say.find("problem." + status.value())
                .orElseGet(() -> say.word("problem." + status.value() / 100 + "xx"));
    }

    static Problem of(Wrong wrong, Say say) {
        String detail = say.word("problem.api." + wrong.name(), wrong.args());
        List<Flaw> errors = wrong.pointer().isEmpty()
                ? List.of()
                : List.of(new Flaw(Optional.empty(), wrong.pointer(), wrong.name(), detail));
        return new Problem(wrong.status(), wrong.name(), title(wrong.status(), say), detail, errors);
    }

    Answer of(RuntimeException thrown, Say say) {
        HttpStatus status = status(thrown);
        Problem problem = thrown instanceof Wrong wrong
                ? of(wrong, say)
                : new Problem(
                        status, "http-" + status.value(), title(status, say), detail(thrown, status, say), List.of());
        Answer answer = Answer.problem(status.value(), problem::write);
        return switch (status) {
            case UNAUTHORIZED -> answer.with("WWW-Authenticate", "Bearer realm=\"shishi\"");
            case SERVICE_UNAVAILABLE -> answer.with("Retry-After", "1");
            case METHOD_NOT_ALLOWED -> answer.with("Allow", String.valueOf(((Wrong) thrown).args()[0]));
            default -> answer;
        };
    }

    private static String detail(RuntimeException thrown, HttpStatus status, Say say) {
        return thrown instanceof UnknownColumn unknown
                ? say.word("problem.api.parameter", unknown.column())
                : title(status, say);
    }

    HttpStatus status(RuntimeException thrown) {
        return switch (thrown) {
            case Wrong wrong -> wrong.status();
            case RequestRejectedException _ -> HttpStatus.BAD_REQUEST;
            case RuntimeException broken when isUnfitting(broken) -> HttpStatus.BAD_REQUEST;
            default -> org.shishi.web.Problems.status(thrown);
        };
    }

    /** A value of the query that the database cannot take, such as a day in the year 999999 (SQLSTATE class 22). */
    private static boolean isUnfitting(RuntimeException thrown) {
        return thrown.getCause() instanceof SQLException sql
                && Optional.ofNullable(sql.getSQLState()).orElse("").startsWith("22");
    }
}
