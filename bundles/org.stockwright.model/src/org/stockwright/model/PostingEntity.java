package org.stockwright.model;

import java.time.Instant;

import jakarta.persistence.Cacheable;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

import org.eclipse.persistence.annotations.ReadOnly;

/** A command that the ledger accepted. Written by the ledger alone. */
@Entity(name = "Posting")
@Table(name = "posting")
@Cacheable(false)
@ReadOnly
public class PostingEntity {

    @Id
    @Column(name = "id")
    private long id;

    @Column(name = "posting_key")
    private String key;

    @Column(name = "content_hash")
    private String contentHash;

    @Column(name = "number")
    private String number;

    @Column(name = "reference")
    private String reference;

    @Column(name = "note")
    private String note;

    @Column(name = "user_name")
    private String userName;

    @Column(name = "recorded_at")
    @Convert(converter = MicrosConverter.class)
    private Instant recordedAt;

    @ManyToOne
    @JoinColumn(name = "reverses_id")
    private PostingEntity reverses;

    /** For the persistence provider only: the ledger writes these rows. */
    protected PostingEntity() {
        // filled by the provider
    }

    /** The number that the database knows it by. */
    public long getId() {
        return id;
    }

    /** The key that its sender made. */
    public String getKey() {
        return key;
    }

    /** SHA-256 of what was asked for. */
    public String getContentHash() {
        return contentHash;
    }

    /** The document's number, or {@code null}. */
    public String getNumber() {
        return number;
    }

    /** What it refers to, or {@code null}. */
    public String getReference() {
        return reference;
    }

    /** Why it was made, or {@code null}. */
    public String getNote() {
        return note;
    }

    /** Who posted it. */
    public String getUserName() {
        return userName;
    }

    /** When the ledger learnt of it. */
    public Instant getRecordedAt() {
        return recordedAt;
    }

    /** What it takes back, or {@code null}. */
    public PostingEntity getReverses() {
        return reverses;
    }

}
