package org.shishi.procedure;

/** A place in a pack file, so that whoever wrote it finds the mistake. Lines count from 1. */
public record Spot(String file, int line) {
    public PackError error(String what) {
        return new PackError(this + ": " + what);
    }

    @Override
    public String toString() {
        return file + ":" + line;
    }
}
