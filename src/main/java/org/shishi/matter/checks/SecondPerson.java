package org.shishi.matter.checks;

import org.shishi.matter.Asked;
import org.shishi.matter.Check;
import org.shishi.matter.Done;
import org.shishi.matter.Standing;
import org.shishi.people.Post;

/**
 * Nobody strikes off what they or their own unit answered: the second person comes from outside the unit that answers
 * for the matter and did none of its earlier acts but putting it on account.
 */
public final class SecondPerson implements Check {
    @Override
    public boolean allows(Asked asked) {
        return asked.standing().filter(standing -> isOutside(asked, standing)).isPresent();
    }

    private static boolean isOutside(Asked asked, Standing standing) {
        boolean didAny = standing.done().entrySet().stream()
                .filter(done -> !asked.procedure().act(done.getKey()).opens())
                .map(done -> done.getValue())
                .map(Done::account)
                .anyMatch(asked.by().account()::equals);
        boolean ofTheUnit = asked.by().posts().stream()
                .map(Post::unit)
                .anyMatch(unit -> standing.holder().filter(unit::equals).isPresent());
        return !didAny && !ofTheUnit;
    }
}
