/**
 * Documents in the workbench: pages on which they are opened, what areas add to them. Lists, the inbox and the page of a
 * document are the same for all kinds; an area says by {@link org.stockwright.documents.ui.DocumentLook} which steps matter
 * for a kind, and by {@link org.stockwright.documents.ui.DocumentAction} what can be done.
 */
@Version("1.0.0")
package org.stockwright.documents.ui;

import org.osgi.annotation.versioning.Version;
