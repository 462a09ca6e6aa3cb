/** The pure Java a domain needs: one package a pack. */
@ApplicationModule(allowedDependencies = {"matter", "procedure", "calendar", "files"})
@NullMarked
package org.shishi.packs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
