// SPDX-License-Identifier: Apache-2.0
#include "segment/stored_document.h"

#include <bit>

#include "base/limits.h"

namespace signpost::segment {
namespace {

enum class Tag : std::uint8_t { kNull, kFalse, kTrue, kInteger, kNumber, kString, kArray, kObject };

void EncodeAttributes(const std::vector<Attribute>& attributes, ByteWriter* out) {
  out->Varint(attributes.size());
  for (const Attribute& attribute : attributes) {
    out->String(attribute.name);
    EncodeValue(attribute.value, out);
  }
}

void EncodeTag(Tag tag, ByteWriter* out) { out->Fixed(static_cast<std::uint8_t>(tag)); }

Value DecodeValue(ByteReader* in, int depth);

std::vector<Attribute> DecodeAttributes(ByteReader* in, int depth) {
  std::vector<Attribute> out;
  for (std::uint64_t n = in->Varint(); n > 0 && !in->done(); --n) {
    std::string name(in->String());
    out.push_back({std::move(name), DecodeValue(in, depth + 1)});
  }
  return out;
}

Value DecodeValue(ByteReader* in, int depth) {
  if (depth >
      limits::kMaxValueDepth + 1) {  // only damaged bytes nest deeper than a builder lets in: nothing behind is sure
    in->Raw(in->remaining());
    return {};
  }
  switch (static_cast<Tag>(in->Fixed<std::uint8_t>())) {
    case Tag::kFalse:
      return false;
    case Tag::kTrue:
      return true;
    case Tag::kInteger:
      return in->Fixed<std::int64_t>();
    case Tag::kNumber:
      return in->Fixed<double>();
    case Tag::kString:
      return std::string(in->String());
    case Tag::kArray: {
      Value::Array array;
      for (std::uint64_t n = in->Varint(); n > 0 && !in->done(); --n) array.push_back(DecodeValue(in, depth + 1));
      return array;
    }
    case Tag::kObject:
      return DecodeAttributes(in, depth + 1);
    case Tag::kNull:
      break;
  }
  return {};
}

}  // namespace

void EncodeValue(const Value& value, ByteWriter* out) {
  if (const bool* b = value.boolean()) {
    EncodeTag(*b ? Tag::kTrue : Tag::kFalse, out);
  } else if (const std::int64_t* i = value.integer()) {
    EncodeTag(Tag::kInteger, out);
    out->Fixed(*i);
  } else if (const double* d = value.number()) {
    EncodeTag(Tag::kNumber, out);
    out->Fixed(*d);
  } else if (const std::string* s = value.string()) {
    EncodeTag(Tag::kString, out);
    out->String(*s);
  } else if (const Value::Array* array = value.array()) {
    EncodeTag(Tag::kArray, out);
    out->Varint(array->size());
    for (const Value& element : *array) EncodeValue(element, out);
  } else if (const Value::Object* object = value.object()) {
    EncodeTag(Tag::kObject, out);
    EncodeAttributes(*object, out);
  } else {
    EncodeTag(Tag::kNull, out);
  }
}

Value ReadValue(std::string_view bytes) {
  ByteReader in(bytes);
  return DecodeValue(&in, 0);
}

void EncodeDocument(const Document& document, ByteWriter* out) {
  out->String(document.title);
  out->String(document.url);
  out->Varint(document.sections.size());
  for (const Section& section : document.sections) {
    out->String(section.anchor);
    out->String(section.heading);
    out->Varint(static_cast<std::uint64_t>(section.level));
    out->String(section.text);
    std::string lines;
    for (LineKind kind : section.lines) lines += static_cast<char>(kind);
    out->String(lines);
  }
  out->Varint(document.keywords.size());
  for (const std::string& keyword : document.keywords) out->String(keyword);
  EncodeAttributes(document.attributes, out);
}

StoredDocument ReadDocument(std::string_view bytes) {
  ByteReader in(bytes);
  StoredDocument out;
  out.title = in.String();
  out.url = in.String();
  for (std::uint64_t n = in.Varint(); n > 0 && !in.done(); --n) {
    StoredSection& section = out.sections.emplace_back();
    section.anchor = in.String();
    section.heading = in.String();
    section.level = static_cast<int>(in.Varint() & 7);
    section.text = in.String();
    section.lines = in.String();
  }
  for (std::uint64_t n = in.Varint(); n > 0 && !in.done(); --n) out.keywords.push_back(in.String());
  out.attributes = in.Raw(in.remaining());
  return out;
}

std::vector<Attribute> ReadAttributes(std::string_view bytes) {
  ByteReader in(bytes);
  return DecodeAttributes(&in, 0);
}

Document ToDocument(const StoredDocument& stored, bool with_sections) {
  Document out;
  out.object_id = stored.object_id;
  out.lang = stored.lang;
  out.title = stored.title;
  out.url = stored.url;
  if (with_sections) {
    for (const StoredSection& section : stored.sections) {
      Section& copy = out.sections.emplace_back();
      copy.anchor = section.anchor;
      copy.heading = section.heading;
      copy.level = section.level;
      copy.text = section.text;
      for (char line : section.lines) copy.lines.push_back(LineKindOf(line));
    }
  }
  out.keywords.assign(stored.keywords.begin(), stored.keywords.end());
  out.attributes = ReadAttributes(stored.attributes);
  return out;
}

}  // namespace signpost::segment
