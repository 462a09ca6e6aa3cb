package org.shishi.web;

import java.util.List;
import org.shishi.matter.Refusal;
import org.springframework.http.HttpStatus;

/** Which HTTP status a refusal has: one table for pages and API. */
public final class Status {
    private Status() {}

    /** The status of the first refusal; all of one answer are of one kind. */
    public static HttpStatus of(List<Refusal> refusals) {
        return switch (refusals.getFirst()) {
            case Refusal.Unknown _ -> HttpStatus.NOT_FOUND;
            case Refusal.NotYourDuty _, Refusal.NotYourUnit _, Refusal.OtherPerson _, Refusal.OtherUnit _ ->
                HttpStatus.FORBIDDEN;
            case Refusal.MovedOn _ -> HttpStatus.PRECONDITION_FAILED;
            case Refusal.AtTheDoor _ -> HttpStatus.CONFLICT;
            case Refusal.InTheForm _ -> HttpStatus.UNPROCESSABLE_CONTENT;
        };
    }
}
