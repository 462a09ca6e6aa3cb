package org.shishi.web;

import java.util.List;

/** A caller's earlier matters, as a part of a page. */
public record CallerPage(Say say, List<Before> before) {
    /** An earlier matter of the same caller. */
    public record Before(String number, String title, String stage, String opened) {}
}
