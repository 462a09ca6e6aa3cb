/** The same resources as JSON, for programs of others. */
@NullMarked
package org.shishi.web.api;

import org.jspecify.annotations.NullMarked;
