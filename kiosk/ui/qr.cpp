#include "ui/qr.h"

#include <qrcodegen/qrcodegen.hpp>

namespace kiosk::ui {

Result<QrCode> make_qr_code(std::string const& text)
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

} // namespace kiosk::ui
