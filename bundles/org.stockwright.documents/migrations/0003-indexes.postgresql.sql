-- Derby makes an index for each foreign key by itself.
CREATE INDEX document_flow_line_ix ON document_flow (line_id, step);
CREATE INDEX document_flow_by_ix ON document_flow (by_line_id);
CREATE INDEX document_event_document_ix ON document_event (document_id);
CREATE INDEX document_attachment_document_ix ON document_attachment (document_id);
CREATE INDEX document_line_source_ix ON document_line (source_line_id);
CREATE INDEX document_line_parent_ix ON document_line (parent_line_id);
CREATE INDEX document_source_ix ON document (source_id);
