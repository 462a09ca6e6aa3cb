package org.shishi.web;

/** What went wrong, in words, and its HTTP status. */
public record ProblemPage(Frame frame, int status, String said) {}
