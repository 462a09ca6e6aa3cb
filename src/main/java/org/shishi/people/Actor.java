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

    public Actor {
        posts = List.copyOf(posts);
    }

    public boolean holds(String duty) {
        return posts.stream().anyMatch(post -> post.duty().equals(duty));
    }
}
