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
    case SectionKind::kDocumentEnds:
    case SectionKind::kPositionEnds:
    case SectionKind::kDocuments:
      return "postings";
    case SectionKind::kPositions:
      return "positions";
    case SectionKind::kFieldLengths:
    case SectionKind::kRankingValues:
      return "columns";
    case SectionKind::kDocTermEnds:
    case SectionKind::kDocTerms:
    case SectionKind::kTitleEnds:
    case SectionKind::kTitleClasses:
      return "document terms";
    case SectionKind::kOffsetEnds:
    case SectionKind::kOffsets:
      return "token offsets";
    case SectionKind::kStoredEnds:
    case SectionKind::kStored:
    case SectionKind::kStoredBlockEnds:
      return "stored documents";
    case SectionKind::kIdOrder:
    case SectionKind::kObjectIdEnds:
    case SectionKind::kObjectIds:
    case SectionKind::kLangs:
    case SectionKind::kDocLangs:
      return "document ids";
  }
  return "unknown";
}

}  // namespace signpost::segment
