/**
 * The workbench that areas put their views, editors and commands into: base classes for parts, jobs that show their
 * progress, notices, fields with completion, status fields and finders.
 *
 * <p>Nothing here knows items, stock or a database. Parts reach the services of their area through
 * {@link org.stockwright.ui.StockwrightView#service} and never call them on the user interface's thread: long or short,
 * such calls go through {@link org.stockwright.ui.Work}.
 */
@Version("1.0.0")
package org.stockwright.ui;

import org.osgi.annotation.versioning.Version;
