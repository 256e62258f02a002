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
      return "field lengths";
    case SectionKind::kRankingValues:
    case SectionKind::kColumns:
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
      return "stored documents";
    case SectionKind::kIdOrder:
      return "document ids";
  }
  return "unknown";
}

}  // namespace signpost::segment
