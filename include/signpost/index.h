// SPDX-License-Identifier: Apache-2.0
// index.h — a searchable set of documents: build it, search it, change it while it is searched, save it, open it.
//
// Order of use:  IndexBuilder::Create -> Add ... -> Build -> Index::Search / Upsert / Remove / Save, later Index::Open.
// Threads:  IndexBuilder: one thread at a time. Index: every const method may run in any number of threads at once,
//           also while another thread changes it; a search sees the index as it was when the search began. Changes
//           take a lock of their own and never make a reader wait. The library starts no thread.
// Memory:   a thread that searches keeps 32 bytes for each document of the largest index that it searched, until it ends.
// Errors:   absl::Status with the canonical codes; docs/errors.md lists the messages. Nothing throws (std::bad_alloc
//           aside), prints or exits. A change that fails leaves the index as it was.
// Lifetime: responses own their content. A moved-from Index or IndexBuilder may only be assigned to or destroyed.
// Example:
//   signpost::IndexBuilder builder = *signpost::IndexBuilder::Create({.language = "en"});
//   if (absl::Status added = builder.Add(article); !added.ok()) return added;
//   signpost::Index index = *std::move(builder).Build();
//   absl::StatusOr<signpost::SearchResponse> response = index.Search(signpost::Audience::Public(), {.query = "wher is my ordr"});
//   absl::Status saved = index.Save("help.signpost");
#ifndef SIGNPOST_INDEX_H_
#define SIGNPOST_INDEX_H_

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <absl/status/status.h>
#include <absl/status/statusor.h>

#include <signpost/audience.h>
#include <signpost/document.h>
#include <signpost/export.h>
#include <signpost/facet_search.h>
#include <signpost/lint.h>
#include <signpost/moved.h>
#include <signpost/partial_update.h>
#include <signpost/related.h>
#include <signpost/rules.h>
#include <signpost/search.h>
#include <signpost/settings.h>
#include <signpost/suggest.h>
#include <signpost/synonyms.h>
#include <signpost/ticket.h>

namespace signpost::catalog {
struct IndexAccess;
}

namespace signpost::inline v0 {

// Bytes of one part of an index, of all its segments together.
struct PartMemory {
  std::string name;          // "lexicon", "postings", ... as in docs/format.md, and "removed documents"
  std::uint64_t mapped = 0;  // of a file: resident as far as they are read, and shared by all processes that map it
  std::uint64_t heap = 0;    // of what was built or changed since
};

// Where the bytes of an index are. Settings, synonyms and rules are not counted, nor what a search needs while it runs.
struct MemoryStats {
  std::uint64_t mapped = 0;  // of all parts
  std::uint64_t heap = 0;
  std::vector<PartMemory> parts;
};

// Bytes of the column of one attribute, in all segments together; part of the part "columns".
struct ColumnSize {
  std::string attribute;
  std::uint64_t bytes = 0;
};

// What one segment holds.
struct SegmentStats {
  std::string lang;
  std::vector<std::string> audiences;
  std::uint64_t documents = 0;  // live ones
  std::uint64_t removed = 0;    // removed or replaced, until the next merge
  std::uint64_t terms = 0;
  std::uint64_t tokens = 0;
};

struct IndexStats {
  std::uint64_t documents = 0;
  std::uint64_t sections = 0;
  std::uint64_t tokens = 0;
  std::uint64_t terms = 0;  // summed over the segments
  std::uint64_t synonyms = 0;
  std::uint64_t rules = 0;
  std::uint64_t moved = 0;  // addresses
  MemoryStats memory;
  std::vector<ColumnSize> columns;  // by attribute
  std::vector<SegmentStats> segments;
};

class Index;

// Collects documents and turns them into an index. Documents are analysed as they are added.
class SIGNPOST_EXPORT IndexBuilder {
 public:
  // Returns a builder without documents. InvalidArgument: a setting is out of its range (names the setting and value).
  static absl::StatusOr<IndexBuilder> Create(Settings settings = {});

  IndexBuilder(IndexBuilder&&) noexcept;
  IndexBuilder& operator=(IndexBuilder&&) noexcept;
  ~IndexBuilder();

  // Adds one document. Cost: linear in its text.
  // InvalidArgument: no object_id, invalid UTF-8, a text over its limit (base/limits.h). AlreadyExists: (object_id, lang)
  // was added before. The document is then not added and the builder can be used on.
  absl::Status Add(Document document);

  // Returns an index of the documents added; the builder is used up. Cost: O(terms log terms + postings).
  absl::StatusOr<Index> Build() &&;

 private:
  struct Impl;
  explicit IndexBuilder(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

class SIGNPOST_EXPORT Index {
 public:
  // Opens a file that Save wrote and maps it into memory; its pages are read when they are needed, after a check of
  // all checksums. The file may be replaced (by rename) or removed while it is open; it must not be written to.
  // NotFound, PermissionDenied: the file cannot be read. DataLoss: it is damaged or cut short. FailedPrecondition: it
  // is no snapshot, or was made by another version of the text analysis; build it again.
  static absl::StatusOr<Index> Open(std::string_view path);

  Index(Index&&) noexcept;
  Index& operator=(Index&&) noexcept;
  ~Index();

  // Answers a request with what `audience` may see. No hits is not an error. InvalidArgument: a field of the request is out of
  // its range.
  absl::StatusOr<SearchResponse> Search(const Audience& audience, const SearchRequest& request) const;

  // Searches in the values of a facet of what `audience` may see. No value is not an error. InvalidArgument: as Search, or the facet is not searchable.
  absl::StatusOr<FacetSearchResponse> SearchFacetValues(const Audience& audience,
                                                        const FacetSearchRequest& request) const;

  // Returns the articles that answer a mail, among those that `audience` may see, or none. InvalidArgument: a field of the request is out
  // of its range.
  absl::StatusOr<TicketResponse> SuggestForTicket(const Audience& audience, const TicketRequest& request) const;

  // Returns what somebody who types may mean, or the questions of a kind of mail. No suggestion is not an error. InvalidArgument: a
  // field of the request is out of its range.
  absl::StatusOr<SuggestResponse> Suggest(const Audience& audience, const SuggestRequest& request) const;

  // Returns the articles nearest to one. NotFound: `audience` sees no such article.
  absl::StatusOr<RelatedResponse> Related(const Audience& audience, const RelatedRequest& request) const;

  // Returns the pairs of articles that say the same. Cost: a walk over all texts that `audience` may see: for maintenance, not for a page.
  absl::StatusOr<NearDuplicatesResponse> NearDuplicates(const Audience& audience,
                                                        const NearDuplicatesRequest& request) const;

  // Adds each document, replacing the one with its (object_id, lang). All become visible at once. Errors as in
  // IndexBuilder::Add (AlreadyExists: the same identity twice in `documents`); then nothing is changed.
  absl::Status Upsert(std::vector<Document> documents);

  // Removes the documents with these object_ids, in all languages. Returns how many; unknown ones are not an error.
  absl::StatusOr<std::size_t> Remove(const std::vector<std::string>& object_ids);

  // Gives attributes of documents other values. All become visible at once. Returns how many documents changed; unknown
  // object_ids are not an error. InvalidArgument: a value does not fit its operation; then nothing is changed.
  absl::StatusOr<std::size_t> Update(const std::vector<PartialUpdate>& updates);

  // Replaces all synonyms, or all rules, or all addresses of moved articles. InvalidArgument: an entry is wrong (names its
  // object_id, or its place, the field and why); the old list then stays.
  absl::Status SetSynonyms(std::vector<Synonym> synonyms);
  absl::Status SetRules(std::vector<Rule> rules);
  absl::Status SetMoved(std::vector<MovedAddress> moved);

  // Replaces all rules by those of `rules` that are right, in their order. Returns the others, by place, with the reason.
  // InvalidArgument: there are too many; the old list then stays.
  absl::StatusOr<std::vector<RefusedRule>> SetValidRules(std::vector<Rule> rules);

  // Returns what is wrong with rules and moved addresses although each is valid, by their order in the lists; none is fine. What
  // documents hold is looked at whatever their audience. Cost: a search of the rules for each of their conditions.
  std::vector<LintFinding> Lint(const LintOptions& options = {}) const;

  // Replaces the queries that are asked often, which Suggest completes. InvalidArgument: an entry is wrong (names its place, the field
  // and why); the old list then stays.
  absl::Status SetPopularQueries(std::vector<PopularQuery> queries);

  // Writes the index as it is now to `path`: to a temporary file beside it, which then replaces it, so that a reader
  // of the old file is not disturbed and nothing half-written stays behind. The same documents added in the same
  // order with the same settings give the same bytes.
  absl::Status Save(std::string_view path) const;

  // Cost of both: linear in the segments.
  IndexStats Stats() const;
  MemoryStats MemoryUsage() const;
  const Settings& settings() const;

 private:
  friend class IndexBuilder;
  friend struct catalog::IndexAccess;
  struct Impl;
  explicit Index(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace signpost::inline v0

#endif  // SIGNPOST_INDEX_H_
