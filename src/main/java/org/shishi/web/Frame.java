package org.shishi.web;

import java.util.List;
import java.util.Optional;
import org.shishi.people.Actor;

/**
 * What every page needs around its content: {@code @template.layout(frame = page.frame(), content = @`…`)}.
 *
 * @param title of the page, already in the reader's language
 * @param nav where this reader may go
 * @param posts the reader's duties and units in words
 */
public record Frame(Visit visit, String title, List<Place> nav, String posts, Assets assets) {

    /**
     * Somewhere to go.
     *
     * @param group heading it stands under, a word key; empty for the first group
     * @param on whether the reader is there
     * @param less left out where there is little room
     */
    public record Place(String href, String label, String group, boolean on, boolean less) {}

    public Say say() {
        return visit.say();
    }

    public Optional<Actor> actor() {
        return visit.actor();
    }

    public String word(String key) {
        return say().word(key);
    }

    public String csrf() {
        return visit.csrf().get();
    }

    public String otherLanguage() {
        return say().isChinese() ? "en" : "zh";
    }

    /** The headings of the navigation in order. */
    public List<String> groups() {
        return nav.stream().map(Place::group).distinct().toList();
    }

    public List<Place> places(String group) {
        return nav.stream().filter(place -> place.group().equals(group)).toList();
    }
}
