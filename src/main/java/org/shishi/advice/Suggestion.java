package org.shishi.advice;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A value that is suggested, never filled in by itself, and why.
 *
 * @param value code of a class, or id of a unit
 */
public record Suggestion(String value, Reason reason) {
    /** With less than this share of the votes nothing is suggested: a guess costs more than it saves. */
    private static final double LEAST_SHARE = 0.5;
    /** So many at least must agree; what fewer did may be chance, and would tell of single matters. */
    private static final int FEWEST = 3;

    /** Why it is suggested. */
    public sealed interface Reason {
        /** So many of the likest earlier matters had it. */
        record Earlier(int agreeing, int of) implements Reason {}

        /** The pack says who usually answers for a class. */
        record Usual(String subject) implements Reason {}
    }

    /** What one of the likest matters says, weighed by how like it is. */
    record Ballot(String value, double weight) {}

    /** What the likest earlier matters agree on; absent when they do not. */
    static Optional<Suggestion> of(List<Ballot> ballots) {
        Map<String, Double> weights = new LinkedHashMap<>();
        ballots.forEach(each -> weights.merge(each.value(), each.weight(), Double::sum));
        double all = ballots.stream().mapToDouble(Ballot::weight).sum();
        return weights.entrySet().stream()
                .max(Comparator.comparingDouble(Map.Entry::getValue))
                .filter(best -> best.getValue() >= LEAST_SHARE * all)
                .map(best -> new Suggestion(
                        best.getKey(), new Reason.Earlier(agreeing(ballots, best.getKey()), ballots.size())))
                .filter(found -> found.reason() instanceof Reason.Earlier earlier && earlier.agreeing() >= FEWEST);
    }

    private static int agreeing(List<Ballot> ballots, String value) {
        return Math.toIntExact(
                ballots.stream().filter(each -> each.value().equals(value)).count());
    }
}
