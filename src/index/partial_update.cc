// SPDX-License-Identifier: Apache-2.0
#include "index/partial_update.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "base/status.h"
#include "index/attribute_update.h"
#include "index/change.h"
#include "index/validate.h"
#include "segment/field_texts.h"
#include "segment/stored_document.h"
#include "text/language_pack.h"

namespace signpost::index {
namespace {

using segment::ChangedAttributes;
using segment::LiveSegment;

const Value& ValueOf(const std::vector<Attribute>& attributes, std::string_view name) {
  static const Value missing;
  const auto found =
      std::find_if(attributes.begin(), attributes.end(), [&](const Attribute& a) { return a.name == name; });
  return found == attributes.end() ? missing : found->value;
}

// Collects updates by segment, and the documents that must be indexed anew.
class Updates {
 public:
  explicit Updates(const View& view) : view_(view), changes_(view.segments.size()) {}

  absl::Status Add(const PartialUpdate& update) {
    for (const AttributeUpdate& attribute : update.attributes) SIGNPOST_RETURN_IF_ERROR(CheckName(update, attribute));
    const std::string lang = text::NormalizeLanguageTag(update.lang);
    for (std::size_t s = 0; s < view_.segments.size(); ++s) {
      const LiveSegment& live = view_.segments[s];
      if (!update.lang.empty() && live.segment().meta().lang != lang) continue;
      for (const DocId doc : live.segment().Find(update.object_id)) {
        if (live.IsLive(doc)) SIGNPOST_RETURN_IF_ERROR(AddTo(update, s, doc));
      }
    }
    return absl::OkStatus();
  }

  std::size_t updated() const { return updated_; }

  absl::StatusOr<View> Apply() const {
    View out = view_;
    std::vector<Document> reindexed;
    segment::StoredBuffer buffer;
    for (std::size_t s = 0; s < changes_.size(); ++s) {
      const segment::Segment& segment = view_.segments[s].segment();
      if (changes_[s].empty()) continue;
      out.segments[s] = view_.segments[s].Of(segment.WithChanges(changes_[s], *view_.settings));
      for (const auto& [doc, attributes] : changes_[s]) {
        if (!IsSearched(attributes)) continue;
        Document& document = reindexed.emplace_back(segment::ToDocument(segment.Stored(doc, &buffer), true));
        document.audiences = segment.meta().audiences;
        out.segments[s].segment().ApplyChanges(doc, &document);
      }
    }
    if (reindexed.empty()) return out;
    return WithDocuments(out, reindexed);
  }

 private:
  template <typename... Parts>
  static absl::Status Fail(const PartialUpdate& update, const Parts&... parts) {
    return InvalidArgument("updating document ", Quoted(update.object_id), ": ", parts...);
  }

  static absl::Status CheckName(const PartialUpdate& update, const AttributeUpdate& attribute) {
    static constexpr std::string_view kMembers[] = {"objectID", "lang",     "title",     "url",        "body",
                                                    "headings", "keywords", "_sections", "_audiences", ""};
    if (std::find(std::begin(kMembers), std::end(kMembers), attribute.attribute) == std::end(kMembers)) {
      return absl::OkStatus();
    }
    return Fail(update, Quoted(attribute.attribute), " is no attribute that can be updated; upsert the document");
  }

  bool IsSearched(const std::vector<Attribute>& attributes) const {
    const auto& searchable = view_.settings->searchable_attributes;
    return std::any_of(attributes.begin(), attributes.end(), [&](const Attribute& attribute) {
      return std::any_of(searchable.begin(), searchable.end(), [&](const auto& s) {
        return segment::CoversPath(s.name, attribute.name) || segment::CoversPath(attribute.name, s.name);
      });
    });
  }

  // What differs from the segment's bytes so far.
  std::vector<Attribute> ChangedBefore(std::size_t s, DocId doc) const {
    if (const auto known = changes_[s].find(doc); known != changes_[s].end()) return known->second;
    const segment::SegmentChanges* before = view_.segments[s].segment().changes();
    const std::vector<Attribute>* changed = before == nullptr ? nullptr : before->attributes.Find(doc);
    return changed == nullptr ? std::vector<Attribute>{} : *changed;
  }

  absl::Status AddTo(const PartialUpdate& update, std::size_t s, DocId doc) {
    const segment::Segment& segment = view_.segments[s].segment();
    std::vector<Attribute> changed = ChangedBefore(s, doc);
    segment::StoredBuffer buffer;
    Document document = segment::ToDocument(segment.Stored(doc, &buffer), false);
    segment::ApplyAttributes(changed, &document.attributes);
    for (const AttributeUpdate& attribute : update.attributes) {
      absl::StatusOr<std::optional<Value>> value =
          UpdatedValue(ValueOf(document.attributes, attribute.attribute), attribute);
      if (!value.ok()) return Fail(update, Message(value.status()));
      if (!*value) return absl::OkStatus();
      const std::vector<Attribute> one = {{attribute.attribute, **value}};
      segment::ApplyAttributes(one, &document.attributes);
      std::erase_if(changed, [&](const Attribute& a) { return a.name == attribute.attribute; });
      changed.push_back(one.front());
    }
    SIGNPOST_RETURN_IF_ERROR(ValidateDocument(document));
    changes_[s][doc] = std::move(changed);
    ++updated_;
    return absl::OkStatus();
  }

  const View& view_;
  std::vector<ChangedAttributes> changes_;  // by segment, of the documents updated
  std::size_t updated_ = 0;
};

}  // namespace

absl::StatusOr<View> WithUpdates(const View& view, const std::vector<PartialUpdate>& updates, std::size_t* updated) {
  Updates collected(view);
  for (const PartialUpdate& update : updates) SIGNPOST_RETURN_IF_ERROR(collected.Add(update));
  *updated = collected.updated();
  return collected.Apply();
}

}  // namespace signpost::index
