/** Pages, API, sign-in, problems. No rule lives here. */
@ApplicationModule(
        allowedDependencies = {
            "sheet",
            "paper",
            "advice",
            "matter",
            "ledger",
            "ledger::store",
            "procedure",
            "people",
            "post",
            "calendar",
            "files"
        })
@NullMarked
package org.shishi.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
