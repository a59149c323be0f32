#include "ui/qr.h"

#include <map>
#include <qrcodegen/qrcodegen.hpp>

namespace kiosk::ui {

namespace {

Result<QrCode> made(std::string const& text)
{
    try {
        auto const code = qrcodegen::QrCode::encodeText(text.c_str(), qrcodegen::QrCode::Ecc::QUARTILE);
        QrCode result;
        result.side = code.getSize();
        for (int y = 0; y < result.side; ++y)
            for (int x = 0; x < result.side; ++x) result.dark.push_back(code.getModule(x, y));
        return result;
    } catch (std::exception const&) {
        return Error{text, "is too long for a code", "use a shorter address"};
    }
}

} // namespace

// A code takes longer to make than the frame around it is drawn, and is needed in every frame while a screen moves. The
// few addresses of a content are therefore remembered.
Result<QrCode> make_qr_code(std::string const& text)
{
    constexpr std::size_t kMost = 64;
    thread_local std::map<std::string, QrCode> known;
    if (auto const found = known.find(text); found != known.end()) return found->second;
    auto code = made(text);
    if (known.size() >= kMost) known.clear();
    if (code) known.emplace(text, code.value());
    return code;
}

} // namespace kiosk::ui
