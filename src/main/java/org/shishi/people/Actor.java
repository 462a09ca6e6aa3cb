package org.shishi.people;

import java.util.List;

/**
 * Who performs an act: a signed-in person, a program with a token, or the clock.
 *
 * @param account name of the account
 * @param name as shown to people
 */
public record Actor(String account, String name, List<Post> posts) {
    /** All that happens because time passed is done by the clock (时钟), through the same door as anyone. */
    public static final Actor CLOCK = new Actor("clock", "时钟", List.of(new Post("clock", "")));

    /** Whoever speaks for themselves and is known to no roster. */
    public static final String CITIZEN = "citizen";

    private static final String CALLER = "caller/";

    public Actor {
        posts = List.copyOf(posts);
    }

    /** Somebody who puts a matter on account in their own words and stays unknown (群众). */
    public static Actor caller() {
        return callerOf("");
    }

    /** Whoever has shown that they are the caller of this one matter: nobody in any other. */
    public static Actor callerOf(String number) {
        return new Actor(CALLER + number, "", List.of(new Post(CITIZEN, "")));
    }

    public boolean holds(String duty) {
        return posts.stream().anyMatch(post -> post.duty().equals(duty));
    }
}
