// SPDX-License-Identifier: Apache-2.0
// 1. A document read back is the document stored, but for its identity and audiences, which stand elsewhere.
// 2. The texts of a field are those of the document, section by section.
// 3. Damaged bytes give some document and never lead outside them.
#include "segment/stored_document.h"
#include "segment/field_texts.h"

#include <random>

#include <catch2/catch.hpp>

#include "support/seed.h"

using signpost::Document;
using signpost::Value;

namespace {

const Document kDocument{.object_id = "a/b",
                         .lang = "pt-BR",
                         .title = "Título",
                         .url = "https://x.example/?a=1",
                         .sections = {{.text = "Opening"},
                                      {.anchor = "s",
                                       .heading = "Seção",
                                       .level = 2,
                                       .text = "Texto\nlinha",
                                       .lines = {signpost::LineKind::kText, signpost::LineKind::kStep}}},
                         .keywords = {"um", "dois"},
                         .audiences = {"agents"},
                         .attributes = {{"votes", 3},
                                        {"rate", 0.5},
                                        {"on", true},
                                        {"off", false},
                                        {"none", Value()},
                                        {"tags", Value::Array{"x", 1, Value::Array{}}},
                                        {"deep", Value::Object{{"a", Value::Object{{"b", "c"}}}}}}};

std::string Encode(const Document& document) {
  signpost::ByteWriter out;
  signpost::segment::EncodeDocument(document, &out);
  return out.Take();
}

}  // namespace

TEST_CASE("StoredDocument: reads back what was stored", "[segment]") {
  const std::string bytes = Encode(kDocument);
  const auto stored = signpost::segment::ReadDocument(bytes);
  Document expected = kDocument;
  expected.object_id.clear();
  expected.lang.clear();
  expected.audiences.clear();
  CHECK(signpost::segment::ToDocument(stored, true) == expected);
  expected.sections.clear();
  CHECK(signpost::segment::ToDocument(stored, false) == expected);
}

TEST_CASE("StoredDocument: texts of a field", "[segment]") {
  const std::string bytes = Encode(kDocument);
  const auto stored = signpost::segment::ReadDocument(bytes);
  using Texts = std::vector<std::string>;
  auto texts = [&](std::string_view field) {
    const auto found = signpost::segment::TextsOf(stored, field, kDocument.attributes);
    return Texts(found.values.begin(), found.values.end());
  };
  CHECK(texts("title") == Texts{"Título"});
  CHECK(texts("headings") == Texts{"", "Seção"});
  CHECK(texts("body") == Texts{"Opening", "Texto\nlinha"});
  CHECK(texts("keywords") == Texts{"um", "dois"});
  CHECK(texts("tags") == Texts{"x", "1"});
  CHECK(texts("votes") == Texts{"3"});
  CHECK(texts("rate") == Texts{"0.5"});
  CHECK(texts("on").empty());
  CHECK(texts("deep.a.b") == Texts{"c"});
  CHECK(texts("deep") == Texts{"c"});
  CHECK(texts("deep.x").empty());
  CHECK(texts("absent").empty());
}

TEST_CASE("StoredDocument: damaged bytes give some document", "[segment]") {
  const std::uint64_t seed = TestSeed();
  CAPTURE(seed);
  std::mt19937_64 random(seed);
  const std::string good = Encode(kDocument);
  for (int round = 0; round < 5000; ++round) {
    std::string bytes = good.substr(0, random() % (good.size() + 1));
    for (int i = 0; i < 4 && !bytes.empty(); ++i) bytes[random() % bytes.size()] = static_cast<char>(random());
    const auto stored = signpost::segment::ReadDocument(bytes);
    const Document read = signpost::segment::ToDocument(stored, true);
    REQUIRE(read.title.size() <= bytes.size());
  }
}
