// SPDX-License-Identifier: Apache-2.0
#include "index/snapshot.h"

#include <algorithm>
#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "base/bytes.h"
#include "base/status.h"
#include "index/codec.h"
#include "index/rules_codec.h"
#include "index/rules_load.h"
#include "index/popular_queries.h"
#include "index/validate.h"
#include "segment/sections.h"
#include "storage/file.h"
#include "storage/snapshot_file.h"
#include "text/analyzer.h"

namespace signpost::index {
namespace {

// Kinds of the sections that belong to the index itself (group 0). Those of segments are segment::SectionKind,
// kRemoved and kChanges, in group 1 for the first segment, and so on.
constexpr std::uint32_t kSettings = 1;
constexpr std::uint32_t kSynonyms = 2;
constexpr std::uint32_t kRules = 3;
constexpr std::uint32_t kSegmentCount = 4;  // a varint
constexpr std::uint32_t kMoved = 27;
constexpr std::uint32_t kPopularQueries = 35;
constexpr std::uint32_t kRemoved = 100;     // of a segment: varint distances between the removed DocIds
constexpr std::uint32_t kChanges = 101;     // of a segment: segment/changes.h

std::string EncodeRemoved(const segment::LiveSegment& live) {
  ByteWriter out;
  std::uint32_t next = 0;
  for (std::uint32_t d = 0; d < live.segment().doc_count(); ++d) {
    if (live.IsLive(DocId{d})) continue;
    out.Varint(d - next);
    next = d + 1;
  }
  return out.Take();
}

absl::StatusOr<std::vector<DocId>> DecodeRemoved(std::string_view bytes, std::uint32_t doc_count) {
  ByteReader in(bytes);
  std::vector<DocId> out;
  std::uint64_t next = 0;
  while (!in.done()) {
    const std::uint64_t doc = next + in.Varint32();
    if (!in.ok() || doc >= doc_count) return DataLoss("reading removed documents: DocId ", doc, " of ", doc_count);
    out.push_back(DocId{static_cast<std::uint32_t>(doc)});
    next = doc + 1;
  }
  return out;
}

absl::StatusOr<std::string_view> Find(const storage::Snapshot& snapshot, std::uint32_t kind, std::uint32_t group) {
  if (const std::string_view* bytes = snapshot.Find(kind, group)) return *bytes;
  return DataLoss("reading a snapshot: section ", kind, " of group ", group, " is missing");
}

absl::StatusOr<segment::LiveSegment> OpenSegment(const storage::Snapshot& snapshot, std::uint32_t group,
                                                 const Settings& settings, std::shared_ptr<const void> owner) {
  segment::SectionViews views;
  for (std::uint32_t i = 0; i < segment::kSectionKinds; ++i) {
    SIGNPOST_ASSIGN_OR_RETURN(views.bytes[i], Find(snapshot, i + 1, group));
  }
  SIGNPOST_ASSIGN_OR_RETURN(auto opened, segment::Segment::Open(views, std::move(owner), segment::BytesPlace::kMapped));
  const segment::Meta& meta = opened->meta();
  bool agrees = meta.fields.size() == settings.searchable_attributes.size() &&
                meta.ranking_count == settings.custom_ranking.size();
  for (std::size_t f = 0; agrees && f < meta.fields.size(); ++f) {
    agrees = meta.fields[f] == settings.searchable_attributes[f].name;
  }
  const std::vector<segment::ColumnSpec> specs = segment::ColumnsOf(settings);
  const std::vector<segment::Column>& columns = opened->columns().all();
  agrees = agrees && std::equal(specs.begin(), specs.end(), columns.begin(), columns.end(),
                                [](const auto& spec, const auto& column) { return spec == column.spec(); });
  if (!agrees) return DataLoss("reading a snapshot: segment ", group, " does not have the fields of the settings");
  SIGNPOST_ASSIGN_OR_RETURN(std::string_view changes_bytes, Find(snapshot, kChanges, group));
  SIGNPOST_ASSIGN_OR_RETURN(const segment::ChangedAttributes changes,
                            segment::DecodeChanges(changes_bytes, meta.doc_count));
  if (!changes.empty()) opened = opened->WithChanges(changes, settings);
  segment::LiveSegment live(std::move(opened));
  SIGNPOST_ASSIGN_OR_RETURN(std::string_view removed, Find(snapshot, kRemoved, group));
  if (removed.empty()) return live;
  SIGNPOST_ASSIGN_OR_RETURN(std::vector<DocId> docs, DecodeRemoved(removed, live.segment().doc_count()));
  return live.Without(docs);
}

absl::StatusOr<View> ReadView(std::string_view bytes, const std::shared_ptr<const void>& owner) {
  SIGNPOST_ASSIGN_OR_RETURN(storage::Snapshot snapshot, storage::ParseSnapshot(bytes));
  if (snapshot.fingerprint != text::AnalysisFingerprint()) {
    return absl::FailedPreconditionError(
        StrCat("the snapshot was made by another text analysis, ", Quoted(snapshot.fingerprint), ", this is ",
               Quoted(text::AnalysisFingerprint()), "; build it again with `signpost index SRC... --out FILE`"));
  }
  SIGNPOST_ASSIGN_OR_RETURN(std::string_view settings_bytes, Find(snapshot, kSettings, 0));
  SIGNPOST_ASSIGN_OR_RETURN(std::string_view synonyms_bytes, Find(snapshot, kSynonyms, 0));
  SIGNPOST_ASSIGN_OR_RETURN(std::string_view rules_bytes, Find(snapshot, kRules, 0));
  SIGNPOST_ASSIGN_OR_RETURN(std::string_view moved_bytes, Find(snapshot, kMoved, 0));
  SIGNPOST_ASSIGN_OR_RETURN(std::string_view count_bytes, Find(snapshot, kSegmentCount, 0));
  SIGNPOST_ASSIGN_OR_RETURN(Settings settings, DecodeSettings(settings_bytes));
  SIGNPOST_RETURN_IF_ERROR(ValidateSettings(settings));
  SIGNPOST_ASSIGN_OR_RETURN(auto synonyms, DecodeSynonyms(synonyms_bytes));
  SIGNPOST_ASSIGN_OR_RETURN(auto synonym_set, rules::SynonymSet::Compile(std::move(synonyms)));
  SIGNPOST_ASSIGN_OR_RETURN(std::string_view popular_bytes, Find(snapshot, kPopularQueries, 0));
  SIGNPOST_ASSIGN_OR_RETURN(auto popular_list, DecodePopularQueries(popular_bytes));
  SIGNPOST_ASSIGN_OR_RETURN(auto popular, PopularQueries::Compile(std::move(popular_list), settings.language));
  SIGNPOST_ASSIGN_OR_RETURN(auto rules, DecodeRules(rules_bytes));
  SIGNPOST_ASSIGN_OR_RETURN(auto rule_set, LoadRules(std::move(rules), settings));
  SIGNPOST_ASSIGN_OR_RETURN(auto moved, DecodeMoved(moved_bytes));
  SIGNPOST_ASSIGN_OR_RETURN(auto moved_set, rules::MovedSet::Compile(std::move(moved)));
  View view{.settings = std::make_shared<Settings>(std::move(settings)),
            .segments = {},
            .synonyms = std::make_shared<rules::SynonymSet>(std::move(synonym_set)),
            .rules = std::move(rule_set),
            .moved = std::make_shared<rules::MovedSet>(std::move(moved_set))};
  view.popular = std::make_shared<PopularQueries>(std::move(popular));
  const std::uint64_t count = ByteReader(count_bytes).Varint();
  for (std::uint64_t group = 1; group <= count; ++group) {
    SIGNPOST_ASSIGN_OR_RETURN(segment::LiveSegment live,
                              OpenSegment(snapshot, static_cast<std::uint32_t>(group), *view.settings, owner));
    view.segments.push_back(std::move(live));
  }
  view.PrepareSynonyms();
  return view;
}

}  // namespace

absl::Status SaveView(const View& view, std::string_view path) {
  const std::string settings = EncodeSettings(*view.settings);
  const std::string synonyms = EncodeSynonyms(view.synonyms->list());
  const std::string rules = EncodeRules(view.rules->list());
  const std::string moved = EncodeMoved(view.moved->list());
  const std::string popular = EncodePopularQueries(view.popular->list());
  ByteWriter count;
  count.Varint(view.segments.size());
  std::vector<storage::Section> sections = {
      {kSettings, 0, settings}, {kSynonyms, 0, synonyms}, {kRules, 0, rules}, {kSegmentCount, 0, count.view()},
      {kMoved, 0, moved},       {kPopularQueries, 0, popular}};
  std::vector<std::string> removed;
  std::vector<std::string> changes;
  removed.reserve(view.segments.size());  // sections hold views of its elements
  changes.reserve(view.segments.size());
  std::uint32_t group = 0;
  for (const segment::LiveSegment& live : view.segments) {
    ++group;
    for (std::uint32_t i = 0; i < segment::kSectionKinds; ++i) {
      sections.push_back({i + 1, group, live.segment().sections().bytes[i]});
    }
    sections.push_back({kRemoved, group, removed.emplace_back(EncodeRemoved(live))});
    segment::ChangedAttributes changed;
    if (const segment::SegmentChanges* of_segment = live.segment().changes()) {
      of_segment->attributes.ForEach([&](DocId doc, const std::vector<Attribute>& a) { changed[doc] = a; });
    }
    sections.push_back({kChanges, group, changes.emplace_back(segment::EncodeChanges(changed))});
  }
  return storage::WriteSnapshot(path, text::AnalysisFingerprint(), sections);
}

absl::StatusOr<View> OpenView(std::string_view path) {
  SIGNPOST_ASSIGN_OR_RETURN(storage::MappedFile mapped, storage::MappedFile::Open(path));
  auto file = std::make_shared<storage::MappedFile>(std::move(mapped));
  absl::StatusOr<View> view = ReadView(file->bytes(), file);
  if (!view.ok()) return Annotate(view.status(), path);
  return view;
}

}  // namespace signpost::index
