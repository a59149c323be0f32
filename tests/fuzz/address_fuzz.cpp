// Any bytes as an address, as a number and as a text that visitors read: what is an address comes back as it was
// written and leads where it says; what names a host in a text is found, whatever stands around it.
#include "base/utf8.h"
#include "content/contacts.h"

#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size)
{
    using namespace kiosk;
    using namespace kiosk::content;
    std::string_view const text(reinterpret_cast<char const*>(data), size);
    auto const named = mentioned_contacts(text);
    for (auto const& one : named)
        if (one.empty() || !is_valid_utf8(one)) std::abort();
    if (is_telephone(text))
        for (std::size_t at = 0; at < text.size();)
            if (std::u32string_view(U"0123456789+ \u00A0\u202F").find(next_code_point(text, at)) ==
                std::u32string_view::npos)
                std::abort();
    auto const address = Address::read(text);
    if (!address) {
        if (address.error().message.empty() || address.error().advice.empty()) std::abort();
        return 0;
    }
    if (address.value().text() != text || !fault_of_host(address.value().host()).empty()) std::abort();
    for (char const letter : text)
        if (letter <= ' ' || letter > '~' || letter == '@' || letter == '?' || letter == '#' || letter == '\\')
            std::abort();
    if (text.substr(8).find(':') != std::string_view::npos) std::abort();
    // A text that holds it names it.
    if (named.empty()) std::abort();
    return 0;
}
