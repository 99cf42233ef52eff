/** Papers and labels of documents: what stands on them, their barcodes, and who printed which. */
package org.stockwright.documents.internal.printing;
