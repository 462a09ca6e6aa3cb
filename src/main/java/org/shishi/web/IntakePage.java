package org.shishi.web;

/** The form that puts a new matter on account. */
public record IntakePage(Frame frame, FormView form) {}
