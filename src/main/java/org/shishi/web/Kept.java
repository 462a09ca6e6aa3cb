package org.shishi.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.util.HashMap;

/**
 * What somebody had typed when their session ended: kept, in memory only, until they have signed in and see the form
 * again. A handler that takes it as an argument gets it once; nothing typed is lost.
 *
 * @param path of the form
 */
public record Kept(String path, HashMap<String, String> typed) implements Serializable {
    private static final long serialVersionUID = 1;
    private static final String NAME = "kept";

    public static void keep(HttpServletRequest request) {
        HashMap<String, String> typed = new HashMap<>();
        request.getParameterMap().forEach((name, values) -> typed.put(name, values[0]));
        typed.keySet().removeAll(java.util.Set.of("_csrf", "expecting", "look", Looks.LOOKED));
        request.getSession().setAttribute(NAME, new Kept(request.getRequestURI(), typed));
    }

    /** What was typed into the form of this path; nothing most of the time. */
    static Kept take(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null
                && session.getAttribute(NAME) instanceof Kept kept
                && kept.path.equals(request.getRequestURI())) {
            session.removeAttribute(NAME);
            return kept;
        }
        return new Kept(request.getRequestURI(), new HashMap<>());
    }

    /** Kept once more: its writer has to show something first. */
    public void again(HttpServletRequest request) {
        request.getSession().setAttribute(NAME, this);
    }
}
