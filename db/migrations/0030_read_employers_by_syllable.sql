DROP INDEX "employers_pinyin_idx";--> statement-breakpoint
CREATE INDEX "employers_reading_idx" ON "employers" USING gin (replace("pinyin", ' ', '') gin_trgm_ops);