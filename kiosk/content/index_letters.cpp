#include "content/index_letters.h"

#include <unicode/alphaindex.h>
#include <unicode/normalizer2.h>

namespace kiosk::content {

namespace {

// The name's own first letter, where the index has no bucket for it.
std::string own_letter(icu::UnicodeString const& name)
{
    auto status = U_ZERO_ERROR;
    auto const* const form = icu::Normalizer2::getNFDInstance(status);
    auto const apart = U_SUCCESS(status) ? form->normalize(name, status) : name;
    icu::UnicodeString first(U_SUCCESS(status) ? apart.char32At(0) : name.char32At(0));
    std::string letter;
    first.toUpper(icu::Locale::getRoot()).toUTF8String(letter);
    return letter;
}

} // namespace

struct IndexLetters::Index {
    std::unique_ptr<icu::AlphabeticIndex::ImmutableIndex> buckets;
};

IndexLetters::IndexLetters(std::string const& language)
{
    auto status = U_ZERO_ERROR;
    icu::AlphabeticIndex builder(icu::Locale(language.c_str()), status);
    if (U_FAILURE(status)) return;
    std::unique_ptr<icu::AlphabeticIndex::ImmutableIndex> buckets(builder.buildImmutableIndex(status));
    if (U_SUCCESS(status) && buckets) index_ = std::make_unique<Index>(Index{std::move(buckets)});
}

IndexLetters::~IndexLetters() = default;

std::string IndexLetters::letter(std::string_view name) const
{
    auto const wide = icu::UnicodeString::fromUTF8({name.data(), static_cast<std::int32_t>(name.size())});
    if (wide.isEmpty()) return "?";
    if (!index_) return own_letter(wide);
    auto status = U_ZERO_ERROR;
    auto const* const bucket = index_->buckets->getBucket(index_->buckets->getBucketIndex(wide, status));
    // ICU's underflow, inflow and overflow buckets stand for no letter.
    if (U_FAILURE(status) || !bucket || bucket->getLabelType() != U_ALPHAINDEX_NORMAL) return own_letter(wide);
    std::string letter;
    bucket->getLabel().toUTF8String(letter);
    return letter;
}

} // namespace kiosk::content
