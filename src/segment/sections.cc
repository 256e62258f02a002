// SPDX-License-Identifier: Apache-2.0
#include "segment/sections.h"

namespace signpost::segment {

std::string_view PartName(SectionKind kind) {
  switch (kind) {
    case SectionKind::kMeta:
      return "meta";
    case SectionKind::kLexicon:
      return "lexicon";
    case SectionKind::kDocumentCounts:
    case SectionKind::kPostingEnds:
    case SectionKind::kPostings:
    case SectionKind::kPrefixRanges:
    case SectionKind::kPrefixPostings:
    case SectionKind::kSplitRanges:
    case SectionKind::kSplitPostings:
      return "postings";
    case SectionKind::kFieldLengths:
      return "field lengths";
    case SectionKind::kRankingValues:
    case SectionKind::kColumns:
      return "columns";
    case SectionKind::kVectorEnds:
    case SectionKind::kVectors:
      return "term vectors";
    case SectionKind::kTitleEnds:
    case SectionKind::kTitleClasses:
      return "titles";
    case SectionKind::kOffsetEnds:
    case SectionKind::kOffsets:
      return "token offsets";
    case SectionKind::kStoredEnds:
    case SectionKind::kStored:
    case SectionKind::kStoredBlockEnds:
      return "stored documents";
    case SectionKind::kCompletions:
      return "completions";
    case SectionKind::kIdOrder:
    case SectionKind::kObjectIdEnds:
    case SectionKind::kObjectIds:
    case SectionKind::kLangs:
    case SectionKind::kDocLangs:
      return "document ids";
  }
  return "";
}

}  // namespace signpost::segment
