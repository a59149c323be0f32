#include "updates/signature.h"
#include "updates/limits.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace kiosk::updates {

namespace {

// "kiosk signed 1: signatures 0624, text 005713\n"
constexpr std::string_view kMark = "kiosk signed 1: signatures ";
constexpr std::string_view kBetween = ", text ";
constexpr std::size_t kSignatureDigits = 4, kTextDigits = 6, kSignatureLines = 4;
static_assert(kMark.size() + kSignatureDigits + kBetween.size() + kTextDigits + 1 == kHeaderBytes);

struct Lengths {
    std::size_t signatures = 0, text = 0; // [bytes]
};

std::string first_line(Lengths const& lengths)
{
    return fmt::format("{}{:04}{}{:06}\n", kMark, lengths.signatures, kBetween, lengths.text);
}

// Accepts digits only, no sign and no blank.
std::optional<std::size_t> digits_at(std::string_view line, std::size_t at, std::size_t count)
{
    auto const digits = line.substr(at, count);
    if (digits.find_first_not_of("0123456789") != std::string_view::npos) return std::nullopt;
    std::size_t number = 0;
    for (auto const digit : digits) number = number * 10 + static_cast<std::size_t>(digit - '0');
    return number;
}

// Nothing where the line is not one that first_line() writes.
std::optional<Lengths> lengths_in(std::string_view bytes)
{
    auto const line = bytes.substr(0, kHeaderBytes);
    if (line.size() < kHeaderBytes) return std::nullopt;
    auto const signatures = digits_at(line, kMark.size(), kSignatureDigits);
    auto const text = digits_at(line, kMark.size() + kSignatureDigits + kBetween.size(), kTextDigits);
    if (!signatures || !text || first_line({*signatures, *text}) != line) return std::nullopt;
    return Lengths{*signatures, *text};
}

bool may_be(Lengths const& lengths)
{
    return lengths.signatures <= kMostSignatureBytes && lengths.text > 0 && lengths.text <= kMostManifest;
}

// The first `lines` lines with their line feeds, or all that there are.
std::string_view lines_of(std::string_view text, std::size_t lines)
{
    std::size_t end = 0;
    for (; lines > 0 && end < text.size(); --lines) end = std::min(text.find('\n', end), text.size() - 1) + 1;
    return text.substr(0, end);
}

std::string signatures_text(std::vector<Signature> const& signatures)
{
    std::string text;
    for (auto const& one : signatures) text += crypto::signature_text(one);
    return text;
}

Accepted<std::vector<Signature>> read_signatures(std::string_view text, std::string const& where)
{
    using enum RefusalReason;
    auto const all = text;
    std::vector<Signature> signatures;
    while (!text.empty()) {
        if (signatures.size() == kMostSignatures) return refuse(damaged, where, "more than two signatures");
        auto const lines = lines_of(text, kSignatureLines);
        text.remove_prefix(lines.size());
        auto one = crypto::read_signature(lines);
        if (!one) return refuse(damaged, where, one.error().message);
        // Two signatures of one key would count as two people.
        if (!signatures.empty() && signatures.front().number == one.value().number)
            return refuse(damaged, where, "two signatures that are not of two keys");
        signatures.push_back(one.take());
    }
    // The untrusted comment, which no signature covers, must be the same in every file.
    if (signatures_text(signatures) != all) return refuse(damaged, where, "signatures that are written otherwise");
    return signatures;
}

Error already(char const* message, char const* advice) { return Error{"signature", message, advice}; }

Result<SignedHeader> with(SignedHeader header, std::string_view text, Signature made)
{
    for (auto const& there : header.signatures)
        if (there.number == made.number)
            return already("is there already: this key has signed", "the second one is another person's");
    if (header.signatures.size() >= kMostSignatures)
        return already("cannot be added: two people have signed", "begin anew with --anew");
    header.text_bytes = text.size();
    header.signatures.push_back(std::move(made));
    return header;
}

Signature signature_of(std::string_view text, SigningKey const& key)
{
    // The trusted comment, which minisign -V prints: the first line of the text, which says what was signed.
    return crypto::sign(text, text.substr(0, std::min(text.find('\n'), crypto::kLongestComment)), key);
}

} // namespace

std::string_view first_line_of(SignedKind kind)
{
    switch (kind) {
    case SignedKind::content: return "kiosk content 1";
    case SignedKind::keys: return "kiosk keys 1";
    case SignedKind::recovery: return "kiosk recovery 1";
    }
    return {};
}

std::optional<SignedKind> kind_of(std::string_view text)
{
    for (auto const kind : {SignedKind::content, SignedKind::keys, SignedKind::recovery})
        if (text.substr(0, text.find('\n')) == first_line_of(kind)) return kind;
    return std::nullopt;
}

bool has_signer(KeyList const& list, PublicKey const& key)
{
    return std::any_of(list.keys.begin(), list.keys.end(),
                       [&](PublicKey const& one) { return crypto::is_same_signer(one, key); });
}

std::size_t SignedHeader::bytes() const { return kHeaderBytes + signatures_text(signatures).size(); }

std::size_t header_bytes(std::string_view first)
{
    auto const lengths = lengths_in(first);
    return lengths && may_be(*lengths) ? kHeaderBytes + lengths->signatures : kHeaderBytes;
}

Accepted<SignedHeader> read_header(std::string_view bytes, std::string const& where)
{
    using enum RefusalReason;
    if (bytes.size() < kHeaderBytes) return refuse(not_an_archive, where, "shorter than a header");
    auto const lengths = lengths_in(bytes);
    if (!lengths) return refuse(not_an_archive, where, "it begins otherwise");
    if (lengths->text == 0) return refuse(not_an_archive, where, "nothing is in it");
    if (!may_be(*lengths))
        return refuse(too_large, where,
                      fmt::format("{} bytes of signatures, {} of a list", lengths->signatures, lengths->text));
    auto const behind = bytes.substr(kHeaderBytes, lengths->signatures);
    if (behind.size() < lengths->signatures) return refuse(damaged, where, "it is cut short");
    auto signatures = read_signatures(behind, where);
    if (!signatures) return signatures.error();
    return SignedHeader{lengths->text, signatures.take()};
}

std::string header_text(SignedHeader const& header)
{
    auto const signatures = signatures_text(header.signatures);
    return first_line({signatures.size(), header.text_bytes}) + signatures;
}

Accepted<std::size_t> verify(SignedHeader const& header, std::string_view text, KeyList const& believed,
                             std::string const& where)
{
    using enum RefusalReason;
    if (believed.keys.empty()) return refuse(no_keys, where);
    if (!header.is_signed()) return refuse(unsigned_file, where);
    if (text.size() != header.text_bytes) return refuse(damaged, where, "it is cut short");
    std::vector<PublicKey> signers;
    for (auto const& one : header.signatures) {
        auto const is_of = [&](PublicKey const& key) { return key.number == one.number; };
        auto const does_hold = [&](PublicKey const& key) { return crypto::verify_signature(one, text, key); };
        if (std::none_of(believed.keys.begin(), believed.keys.end(), is_of)) return refuse(key_unknown, where);
        auto const key = std::find_if(believed.keys.begin(), believed.keys.end(), does_hold);
        if (key == believed.keys.end()) return refuse(damaged, where, "the signature does not fit");
        if (!has_signer({1, signers}, *key)) signers.push_back(*key);
    }
    return signers.size();
}

SignedHeader sign(std::string_view text, SigningKey const& key) { return {text.size(), {signature_of(text, key)}}; }

Result<SignedHeader> add_own_signature(SignedHeader header, std::string_view text, SigningKey const& key)
{
    auto made = signature_of(text, key);
    if (!crypto::verify_signature(made, text, crypto::public_key_of(key)))
        return already("cannot be made on this machine", "try another one");
    return with(std::move(header), text, std::move(made));
}

Result<SignedHeader> add_signature(SignedHeader header, std::string_view text, Signature const& made,
                                   PublicKey const& key)
{
    if (made.number != key.number) return already("is of another key", "name its own .public file");
    if (!crypto::verify_signature(made, text, key))
        return already("does not hold", "sign what kiosk-content signatures has written, as it stands");
    return with(std::move(header), text, made);
}

} // namespace kiosk::updates
