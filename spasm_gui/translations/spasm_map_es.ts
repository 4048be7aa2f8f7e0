<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>AdvicePage</name>
    <message>
        <source>Back to questions</source>
        <translation>Volver a las preguntas</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>Preguntas</translation>
    </message>
    <message>
        <source>Advice</source>
        <translation>Consejo</translation>
    </message>
    <message>
        <source>Advice so far; some questions are open</source>
        <translation>Consejo por ahora; quedan preguntas abiertas</translation>
    </message>
    <message>
        <source>Do this now</source>
        <translation>Haga esto ahora</translation>
    </message>
    <message>
        <source>Why this advice</source>
        <translation>Por qué este consejo</translation>
    </message>
    <message>
        <source>None of the danger signs asked about</source>
        <translation>Ninguno de los signos de peligro por los que se preguntó</translation>
    </message>
    <message>
        <source>Not sure: {said}</source>
        <translation>No lo sé: {said}</translation>
    </message>
    <message>
        <source>You said: {said}</source>
        <translation>Usted dijo: {said}</translation>
    </message>
    <message>
        <source>Your plan</source>
        <translation>Su plan</translation>
    </message>
    <message>
        <source>What you can do</source>
        <translation>Lo que puede hacer</translation>
    </message>
    <message>
        <source>Show {count} more</source>
        <translation>Mostrar {count} más</translation>
    </message>
    <message>
        <source>Change the plan</source>
        <translation>Cambiar el plan</translation>
    </message>
    <message>
        <source>Make a plan</source>
        <translation>Hacer un plan</translation>
    </message>
    <message>
        <source>Until when</source>
        <translation>Hasta cuándo</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>Lo que debe evitar</translation>
    </message>
    <message>
        <source>{said}. Change</source>
        <translation>{said}. Cambiar</translation>
    </message>
    <message>
        <source>Read about it</source>
        <translation>Leer sobre esto</translation>
    </message>
    <message>
        <source>Your answers</source>
        <translation>Sus respuestas</translation>
    </message>
    <message>
        <source>{screen}, page {number}</source>
        <translation>{screen}, página {number}</translation>
    </message>
    <message>
        <source>{screen}: no to {count}</source>
        <translation>{screen}: no a {count}</translation>
    </message>
</context>
<context>
    <name>AdviceStrip</name>
    <message>
        <source>See advice</source>
        <translation>Ver el consejo</translation>
    </message>
    <message>
        <source>Screens of questions left: {left}</source>
        <translation>Pantallas de preguntas que faltan: {left}</translation>
    </message>
    <message>
        <source>No advice yet</source>
        <translation>Aún sin consejo</translation>
    </message>
    <message>
        <source>Final</source>
        <translation>Definitivo</translation>
    </message>
    <message>
        <source>So far</source>
        <translation>Por ahora</translation>
    </message>
    <message>
        <source>Advice: {word}. {reason}</source>
        <translation>Consejo: {word}. {reason}</translation>
    </message>
</context>
<context>
    <name>Bar</name>
    <message>
        <source>Start over</source>
        <translation>Empezar de nuevo</translation>
    </message>
    <message>
        <source>Browse</source>
        <translation>Consultar</translation>
    </message>
    <message>
        <source>A–Z</source>
        <translation>A–Z</translation>
    </message>
    <message>
        <source>Browse causes, muscles and words from A to Z</source>
        <translation>Consultar causas, músculos y palabras de la A a la Z</translation>
    </message>
    <message>
        <source>Explain</source>
        <translation>Explicar</translation>
    </message>
    <message>
        <source>Explain to somebody, with a large figure</source>
        <translation>Explicar a alguien, con una figura grande</translation>
    </message>
    <message>
        <source>Explain ({key})</source>
        <translation>Explicar ({key})</translation>
    </message>
    <message>
        <source>Text size: {percent} %</source>
        <translation>Tamaño del texto: {percent} %</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Claro</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Oscuro</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Alto contraste</translation>
    </message>
    <message>
        <source>Colours: {look}</source>
        <translation>Colores: {look}</translation>
    </message>
    <message>
        <source>Whole screen</source>
        <translation>Toda la pantalla</translation>
    </message>
    <message>
        <source>Use the whole screen again</source>
        <translation>Volver a usar toda la pantalla</translation>
    </message>
    <message>
        <source>Lower half</source>
        <translation>Mitad inferior</translation>
    </message>
    <message>
        <source>Put everything into the lower half of the screen</source>
        <translation>Poner todo en la mitad inferior de la pantalla</translation>
    </message>
    <message>
        <source>Works without a network. Nothing you enter is kept.</source>
        <translation>Funciona sin conexión. No se guarda nada de lo que usted indica.</translation>
    </message>
</context>
<context>
    <name>BodyMap</name>
    <message>
        <source>Your left</source>
        <translation>Su izquierda</translation>
    </message>
    <message>
        <source>Your right</source>
        <translation>Su derecha</translation>
    </message>
    <message>
        <source>Whole body</source>
        <translation>Todo el cuerpo</translation>
    </message>
</context>
<context>
    <name>BrowsePage</name>
    <message>
        <source>Look it up</source>
        <translation>Consultar</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Read as much as you like. For an advice about yourself, touch the place on the body.</source>
        <translation>Lea todo lo que quiera. Para recibir un consejo sobre usted, toque el lugar en el cuerpo.</translation>
    </message>
    <message>
        <source>How a movement works</source>
        <translation>Cómo funciona un movimiento</translation>
    </message>
    <message>
        <source>Causes</source>
        <translation>Causas</translation>
    </message>
    <message>
        <source>Muscles</source>
        <translation>Músculos</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Palabras</translation>
    </message>
    <message>
        <source>Causes under {letter}: {count}</source>
        <translation>Causas con {letter}: {count}</translation>
    </message>
    <message>
        <source>Muscles under {letter}: {count}</source>
        <translation>Músculos con {letter}: {count}</translation>
    </message>
    <message>
        <source>Words: {count}</source>
        <translation>Palabras: {count}</translation>
    </message>
</context>
<context>
    <name>CareCard</name>
    <message>
        <source>Hold {seconds} seconds. {repeats}</source>
        <translation>Mantenga {seconds} segundos. {repeats}</translation>
    </message>
    <message>
        <source>Show steps</source>
        <translation>Mostrar los pasos</translation>
    </message>
    <message>
        <source>Show steps: {name}</source>
        <translation>Mostrar los pasos: {name}</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Empezar</translation>
    </message>
    <message>
        <source>Start: {name}</source>
        <translation>Empezar: {name}</translation>
    </message>
    <message>
        <source>Stop if</source>
        <translation>Pare si</translation>
    </message>
    <message>
        <source>Hide steps</source>
        <translation>Ocultar los pasos</translation>
    </message>
    <message>
        <source>Hide steps: {name}</source>
        <translation>Ocultar los pasos: {name}</translation>
    </message>
</context>
<context>
    <name>CauseCard</name>
    <message>
        <source>Common</source>
        <translation>Frecuente</translation>
    </message>
    <message>
        <source>Uncommon</source>
        <translation>Poco frecuente</translation>
    </message>
    <message>
        <source>Rare</source>
        <translation>Rara</translation>
    </message>
    <message>
        <source>Settles by itself</source>
        <translation>Se pasa por sí sola</translation>
    </message>
    <message>
        <source>Needs a physician</source>
        <translation>Necesita un médico</translation>
    </message>
    <message>
        <source>Needs help soon</source>
        <translation>Necesita ayuda pronto</translation>
    </message>
    <message>
        <source>Needs help at once</source>
        <translation>Necesita ayuda de inmediato</translation>
    </message>
</context>
<context>
    <name>CauseCards</name>
    <message>
        <source>Be sure to rule out</source>
        <translation>Hay que descartar</translation>
    </message>
    <message>
        <source>What may be behind it</source>
        <translation>Qué puede haber detrás</translation>
    </message>
    <message>
        <source>Show {rest} more</source>
        <translation>Mostrar {rest} más</translation>
    </message>
    <message>
        <source>and {rest} more</source>
        <translation>y {rest} más</translation>
    </message>
</context>
<context>
    <name>CauseFigure</name>
    <message>
        <source>Your left</source>
        <translation>Su izquierda</translation>
    </message>
    <message>
        <source>Your right</source>
        <translation>Su derecha</translation>
    </message>
    <message>
        <source>Figure, with a ring at: {places}</source>
        <translation>Figura, con un círculo en: {places}</translation>
    </message>
</context>
<context>
    <name>CausePage</name>
    <message>
        <source>How a movement works, and where this cause disturbs it</source>
        <translation>Cómo funciona un movimiento y dónde lo altera esta causa</translation>
    </message>
    <message>
        <source>Explain</source>
        <translation>Explicar</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Comparar</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>Qué ocurre</translation>
    </message>
    <message>
        <source>What speaks for it</source>
        <translation>Qué habla a favor</translation>
    </message>
    <message>
        <source>What speaks against it</source>
        <translation>Qué habla en contra</translation>
    </message>
    <message>
        <source>Who gets it more often</source>
        <translation>Quién lo tiene con más frecuencia</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Qué hacer</translation>
    </message>
    <message>
        <source>Stretches and positions, if the checklist allows them</source>
        <translation>Estiramientos y posturas, si la lista de preguntas los permite</translation>
    </message>
    <message>
        <source>Choose exercises for a person you examined</source>
        <translation>Elegir ejercicios para una persona que usted examinó</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>Lo que debe evitar</translation>
    </message>
    <message>
        <source>If this: {act}</source>
        <translation>Si ocurre esto: {act}</translation>
    </message>
    <message>
        <source>What a physician may do</source>
        <translation>Qué puede hacer un médico</translation>
    </message>
    <message>
        <source>What a physiotherapist may do</source>
        <translation>Qué puede hacer un fisioterapeuta</translation>
    </message>
    <message>
        <source>How sure we are</source>
        <translation>Qué seguridad tenemos</translation>
    </message>
    <message>
        <source>Strong evidence.</source>
        <translation>Pruebas sólidas.</translation>
    </message>
    <message>
        <source>Moderate evidence.</source>
        <translation>Pruebas moderadas.</translation>
    </message>
    <message>
        <source>Weak evidence.</source>
        <translation>Pruebas débiles.</translation>
    </message>
    <message>
        <source>What experts agree on.</source>
        <translation>En lo que coinciden los expertos.</translation>
    </message>
    <message>
        <source>What people say: {claim}</source>
        <translation>Lo que dice la gente: {claim}</translation>
    </message>
    <message>
        <source>Well-established teaching; not yet traced to a page.</source>
        <translation>Enseñanza bien establecida; aún no se ha localizado en una página concreta.</translation>
    </message>
    <message>
        <source>Sources ({count})</source>
        <translation>Fuentes ({count})</translation>
    </message>
    <message>
        <source>Last compared with this text on {date}.</source>
        <translation>Comparadas por última vez con este texto el {date}.</translation>
    </message>
</context>
<context>
    <name>Checklist</name>
    <message>
        <source>Touch a card only if all of its lines are true.</source>
        <translation>Toque una tarjeta solo si todas sus líneas son ciertas.</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>None of the others</source>
        <translation>Ninguna de las demás</translation>
    </message>
    <message>
        <source>None of these</source>
        <translation>Ninguna de estas</translation>
    </message>
    <message>
        <source>Please choose the age first.</source>
        <translation>Primero elija la edad, por favor.</translation>
    </message>
    <message>
        <source>Please read every row first.</source>
        <translation>Primero lea cada fila, por favor.</translation>
    </message>
</context>
<context>
    <name>CloseUpTurns</name>
    <message>
        <source>Show {place}</source>
        <translation>Mostrar {place}</translation>
    </message>
</context>
<context>
    <name>ComparePage</name>
    <message>
        <source>What tells them apart</source>
        <translation>En qué se distinguen</translation>
    </message>
    <message>
        <source>Choose causes</source>
        <translation>Elegir causas</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Compare {cause} with:</source>
        <translation>Comparar {cause} con:</translation>
    </message>
    <message>
        <source>Close the choice</source>
        <translation>Cerrar la elección</translation>
    </message>
    <message>
        <source>Show {rest} more</source>
        <translation>Mostrar {rest} más</translation>
    </message>
    <message>
        <source>No other cause is felt in the same place.</source>
        <translation>Ninguna otra causa se siente en el mismo lugar.</translation>
    </message>
    <message>
        <source>Three stand side by side. Take one away to choose another.</source>
        <translation>Hay tres lado a lado. Quite una para elegir otra.</translation>
    </message>
    <message>
        <source>Choose one or two.</source>
        <translation>Elija una o dos.</translation>
    </message>
    <message>
        <source>You can add a third.</source>
        <translation>Puede añadir una tercera.</translation>
    </message>
    <message>
        <source>Side by side: {causes}</source>
        <translation>Lado a lado: {causes}</translation>
    </message>
    <message>
        <source>What would settle it</source>
        <translation>Qué lo aclararía</translation>
    </message>
    <message>
        <source>Nothing of this is open any more. This differs most:</source>
        <translation>Nada de esto sigue abierto. En esto se distinguen más:</translation>
    </message>
    <message>
        <source>What a physician may do</source>
        <translation>Qué puede hacer un médico</translation>
    </message>
</context>
<context>
    <name>Counting</name>
    <message>
        <source>fits {fits} of your answers, {against} against</source>
        <translation>coincide con {fits} de sus respuestas, {against} en contra</translation>
    </message>
    <message>
        <source>fits {fits} of your answers</source>
        <translation>coincide con {fits} de sus respuestas</translation>
    </message>
    <message>
        <source>{against} of your answers against</source>
        <translation>{against} de sus respuestas en contra</translation>
    </message>
</context>
<context>
    <name>EmergencyPage</name>
    <message>
        <source>Feeling faint? Sit down right here and call out.</source>
        <translation>¿Siente que se va a desmayar? Siéntese aquí mismo y pida ayuda en voz alta.</translation>
    </message>
    <message>
        <source>Nobody at the desk? {act}</source>
        <translation>¿No hay nadie en recepción? {act}</translation>
    </message>
    <message>
        <source>While help comes</source>
        <translation>Mientras llega la ayuda</translation>
    </message>
    <message>
        <source>While you wait</source>
        <translation>Mientras espera</translation>
    </message>
    <message>
        <source>For the front desk</source>
        <translation>Para recepción</translation>
    </message>
    <message>
        <source>Say this on the telephone</source>
        <translation>Diga esto por teléfono</translation>
    </message>
    <message>
        <source>It hurts here: {places}</source>
        <translation>Duele aquí: {places}</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Por qué</translation>
    </message>
    <message>
        <source>You were not sure: {said}.</source>
        <translation>Usted respondió «No lo sé»: {said}.</translation>
    </message>
    <message>
        <source>You said: {said}.</source>
        <translation>Usted dijo: {said}.</translation>
    </message>
    <message>
        <source>You touched {places}.</source>
        <translation>Usted tocó {places}.</translation>
    </message>
    <message>
        <source>Nothing else was asked, because nothing could change this advice.</source>
        <translation>No se preguntó nada más, porque nada podía cambiar este consejo.</translation>
    </message>
    <message>
        <source>I touched this by mistake</source>
        <translation>Toqué esto por error</translation>
    </message>
    <message>
        <source>Start over</source>
        <translation>Empezar de nuevo</translation>
    </message>
</context>
<context>
    <name>ExaminedPage</name>
    <message>
        <source>The answers of this visit ask for help today or at once, so nothing can be chosen here. For another person, start over.</source>
        <translation>Las respuestas de esta visita piden ayuda hoy mismo o ahora mismo. Por eso aquí no se puede elegir nada. Para otra persona, empiece de nuevo.</translation>
    </message>
    <message>
        <source>Exercises you choose</source>
        <translation>Ejercicios que usted elige</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>For physiotherapists. The program has asked no questions and gives no advice here. The page to take home says that you chose these exercises.</source>
        <translation>Para fisioterapeutas. El programa no ha hecho preguntas y aquí no da ningún consejo. La hoja para llevar dice que usted eligió estos ejercicios.</translation>
    </message>
    <message>
        <source>Nothing yet. Add what this person is to do.</source>
        <translation>Todavía nada. Añada lo que esta persona debe hacer.</translation>
    </message>
    <message>
        <source>Left out because of an answer in this visit: {names}.</source>
        <translation>No se ofrece por una respuesta de esta visita: {names}.</translation>
    </message>
    <message>
        <source>Choose first. Then you confirm that you have examined this person.</source>
        <translation>Elija primero. Después usted confirma que ha examinado a esta persona.</translation>
    </message>
    <message>
        <source>Confirmed: you have examined this person.</source>
        <translation>Confirmado: usted ha examinado a esta persona.</translation>
    </message>
    <message>
        <source>I have examined this person. These questions are answered no:</source>
        <translation>He examinado a esta persona. La respuesta a estas preguntas es no:</translation>
    </message>
    <message>
        <source>Questions you have confirmed as answered no: {count}</source>
        <translation>Preguntas que usted ya confirmó con la respuesta no: {count}</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>I confirm this</source>
        <translation>Lo confirmo</translation>
    </message>
</context>
<context>
    <name>ExercisePage</name>
    <message>
        <source>Advice</source>
        <translation>Consejo</translation>
    </message>
    <message>
        <source>Back to the advice</source>
        <translation>Volver al consejo</translation>
    </message>
    <message>
        <source>Exercise {number} of {count}</source>
        <translation>Ejercicio {number} de {count}</translation>
    </message>
    <message>
        <source>Next exercise</source>
        <translation>Ejercicio siguiente</translation>
    </message>
    <message>
        <source>Next exercise: {name}</source>
        <translation>Ejercicio siguiente: {name}</translation>
    </message>
    <message>
        <source>Where it is hatched you may feel a pull, not a pain.</source>
        <translation>Donde hay rayas puede sentir que tira, pero no dolor.</translation>
    </message>
    <message>
        <source>Tone: off</source>
        <translation>Sonido: apagado</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>Paso siguiente</translation>
    </message>
    <message>
        <source>Stop if</source>
        <translation>Pare si</translation>
    </message>
    <message>
        <source>Stop if something is wrong. The timer ends and the advice is checked again.</source>
        <translation>Pare si algo va mal. El cronómetro termina y el consejo se revisa de nuevo.</translation>
    </message>
    <message>
        <source>It got worse</source>
        <translation>Empeoró</translation>
    </message>
    <message>
        <source>New numbness or weakness</source>
        <translation>Adormecimiento o debilidad nuevos</translation>
    </message>
    <message>
        <source>I feel unwell</source>
        <translation>Me siento mal</translation>
    </message>
    <message>
        <source>hold</source>
        <comment>as it stands in the steps of an exercise</comment>
        <translation>mantenga</translation>
    </message>
    <message>
        <source>Tone: on</source>
        <translation>Sonido: encendido</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Omitir</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausa</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Empezar</translation>
    </message>
    <message>
        <source>Start again</source>
        <translation>Empezar otra vez</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Seguir</translation>
    </message>
    <message>
        <source>Done. Change sides if both are to be stretched.</source>
        <translation>Listo. Cambie de lado si hay que estirar los dos.</translation>
    </message>
    <message>
        <source>Rest, then hold {number} of {count}</source>
        <translation>Descanse y luego mantenga: {number} de {count}</translation>
    </message>
    <message>
        <source>Hold {number} of {count}</source>
        <translation>Mantenga: {number} de {count}</translation>
    </message>
    <message>
        <source>{phase}. Time: {time}</source>
        <translation>{phase}. Tiempo: {time}</translation>
    </message>
</context>
<context>
    <name>ExplainChoice</name>
    <message>
        <source>Where does it hurt?</source>
        <translation>¿Dónde le duele?</translation>
    </message>
    <message>
        <source>Causes felt here: {place}</source>
        <translation>Causas que se notan aquí: {place}</translation>
    </message>
    <message>
        <source>All causes</source>
        <translation>Todas las causas</translation>
    </message>
</context>
<context>
    <name>ExplainPage</name>
    <message>
        <source>Your left</source>
        <translation>Su izquierda</translation>
    </message>
    <message>
        <source>Your right</source>
        <translation>Su derecha</translation>
    </message>
    <message>
        <source>Figure, with a ring at: {places}</source>
        <translation>Figura, con un círculo en: {places}</translation>
    </message>
    <message>
        <source>Choose a place</source>
        <translation>Elija un lugar</translation>
    </message>
    <message>
        <source>Other cause</source>
        <translation>Otra causa</translation>
    </message>
    <message>
        <source>Choose a cause</source>
        <translation>Elija una causa</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>Choose exercises for a person you examined</source>
        <translation>Elegir ejercicios para una persona que usted examinó</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Explain</source>
        <translation>Explicar</translation>
    </message>
    <message>
        <source>Touch a place on the figure, or choose a place and a cause above.</source>
        <translation>Toque un lugar de la figura, o elija arriba un lugar y una causa.</translation>
    </message>
    <message>
        <source>Touch the name of a muscle to read what it does.</source>
        <translation>Toque el nombre de un músculo para leer qué hace.</translation>
    </message>
</context>
<context>
    <name>ExplainSteps</name>
    <message>
        <source>What happens, {number} of {count}</source>
        <translation>Qué ocurre, {number} de {count}</translation>
    </message>
    <message>
        <source>Step back</source>
        <translation>Paso anterior</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>Paso siguiente</translation>
    </message>
</context>
<context>
    <name>ExplainTools</name>
    <message>
        <source>Whole figure</source>
        <translation>Figura entera</translation>
    </message>
    <message>
        <source>Pen</source>
        <translation>Lápiz</translation>
    </message>
    <message>
        <source>Erase one</source>
        <translation>Borrar uno</translation>
    </message>
    <message>
        <source>Mark this place</source>
        <translation>Marcar este lugar</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Erase all</source>
        <translation>Borrar todo</translation>
    </message>
</context>
<context>
    <name>Figure</name>
    <message>
        <source>{part}. {view}. Left and right are yours.</source>
        <translation>{part}. {view}. La izquierda y la derecha son las suyas.</translation>
    </message>
    <message>
        <source>{view}. Left and right are yours.</source>
        <translation>{view}. La izquierda y la derecha son las suyas.</translation>
    </message>
    <message>
        <source>Your left</source>
        <translation>Su izquierda</translation>
    </message>
    <message>
        <source>Your right</source>
        <translation>Su derecha</translation>
    </message>
    <message>
        <source>Whole body</source>
        <translation>Todo el cuerpo</translation>
    </message>
</context>
<context>
    <name>FigureChoice</name>
    <message>
        <source>Neutral</source>
        <translation>Neutra</translation>
    </message>
    <message>
        <source>Female</source>
        <translation>Femenina</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>Figura</translation>
    </message>
    <message>
        <source>Figure: {figure}</source>
        <translation>Figura: {figure}</translation>
    </message>
</context>
<context>
    <name>FindingLine</name>
    <message>
        <source>You said: {answer}</source>
        <translation>Usted dijo: {answer}</translation>
    </message>
</context>
<context>
    <name>FindingRow</name>
    <message>
        <source>Yes</source>
        <translation>Sí</translation>
    </message>
    <message>
        <source>No</source>
        <translation>No</translation>
    </message>
    <message>
        <source>Not sure</source>
        <translation>No lo sé</translation>
    </message>
    <message>
        <source>How to tell</source>
        <translation>Cómo saberlo</translation>
    </message>
    <message>
        <source>Still not sure? Touch “Not sure” once more; that counts too.</source>
        <translation>¿Aún no lo sabe? Toque «No lo sé» una vez más; eso también cuenta.</translation>
    </message>
    <message>
        <source>{question} Still not sure</source>
        <translation>{question} Sigo sin saberlo</translation>
    </message>
</context>
<context>
    <name>HandoutActions</name>
    <message>
        <source>This could not be printed. Is the printer switched on and connected?</source>
        <translation>No se pudo imprimir. ¿Está la impresora encendida y conectada?</translation>
    </message>
    <message>
        <source>The page was sent to the printer. Take the paper with you.</source>
        <translation>La página se envió a la impresora. Llévese el papel.</translation>
    </message>
    <message>
        <source>Spasm Map advice.pdf</source>
        <translation>Spasm Map consejo.pdf</translation>
    </message>
    <message>
        <source>Spasm Map exercises.pdf</source>
        <translation>Spasm Map ejercicios.pdf</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Plain page for screen readers (*.html)</source>
        <translation>Página sencilla para lectores de pantalla (*.html)</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>Guardar como PDF</translation>
    </message>
    <message>
        <source>This could not be saved there ({reason}). A file of that name is as it was.</source>
        <translation>No se pudo guardar ahí ({reason}). Si ya hay un archivo con ese nombre, está como antes.</translation>
    </message>
    <message>
        <source>Saved as {name}.</source>
        <translation>Guardado como {name}.</translation>
    </message>
</context>
<context>
    <name>HomePanel</name>
    <message>
        <source>Where does it hurt?</source>
        <translation>¿Dónde le duele?</translation>
    </message>
    <message>
        <source>Choose from a list instead</source>
        <translation>Mejor elegir de una lista</translation>
    </message>
    <message>
        <source>Touch the place on the body, or choose it here.</source>
        <translation>Toque el lugar en el cuerpo o elíjalo aquí.</translation>
    </message>
    <message>
        <source>Touch the place on the body. A few short questions show whether you can treat it yourself or should see a physician, and what may be behind it.</source>
        <translation>Toque el lugar en el cuerpo. Unas pocas preguntas cortas muestran si puede tratarlo en casa o si debe consultar a un médico, y qué puede haber detrás.</translation>
    </message>
    <message>
        <source>Myself</source>
        <translation>A mí</translation>
    </message>
    <message>
        <source>My child</source>
        <translation>A mi hijo o hija</translation>
    </message>
    <message>
        <source>Someone I look after</source>
        <translation>A alguien a quien cuido</translation>
    </message>
    <message>
        <source>I answer for</source>
        <translation>¿A quién le duele?</translation>
    </message>
    <message>
        <source>Call {number} first</source>
        <translation>Primero llame al {number}</translation>
    </message>
    <message>
        <source>Go to the front desk first</source>
        <translation>Vaya primero a recepción</translation>
    </message>
    <message>
        <source>if there is heavy or tight chest pain, if one side of the face droops, if an arm or leg suddenly goes weak, or if breathing is hard work.</source>
        <translation>si hay un dolor en el pecho como un peso o una opresión, si se cae un lado de la cara, si un brazo o una pierna pierde fuerza de repente, o si respirar cuesta mucho.</translation>
    </message>
    <message>
        <source>Nobody there? Call {number}.</source>
        <translation>¿No hay nadie? Llame al {number}.</translation>
    </message>
</context>
<context>
    <name>IdleSheet</name>
    <message>
        <source>Are you still there?</source>
        <translation>¿Sigue ahí?</translation>
    </message>
    <message>
        <source>At zero, everything you touched and answered is cleared, so that nobody else sees it.</source>
        <translation>Al llegar a cero se borra todo lo que usted tocó y respondió, para que nadie más lo vea.</translation>
    </message>
    <message>
        <source>I am still here</source>
        <translation>Sigo aquí</translation>
    </message>
    <message>
        <source>More time</source>
        <translation>Más tiempo</translation>
    </message>
    <message>
        <source>Start over now</source>
        <translation>Empezar de nuevo ya</translation>
    </message>
    <message>
        <source>Seconds left: {seconds}</source>
        <translation>Segundos que quedan: {seconds}</translation>
    </message>
</context>
<context>
    <name>Kiosk</name>
    <message>
        <source>Touch where it hurts</source>
        <translation>Toque donde le duele</translation>
    </message>
    <message>
        <source>Is it serious? What do I do now? A few short questions give you an answer.</source>
        <translation>¿Es grave? ¿Qué hago ahora? Unas pocas preguntas cortas le dan una respuesta.</translation>
    </message>
</context>
<context>
    <name>LanguageChoice</name>
    <message>
        <source>Language: {name}</source>
        <translation>Idioma: {name}</translation>
    </message>
</context>
<context>
    <name>LanguageList</name>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
</context>
<context>
    <name>MovementChain</name>
    <message>
        <source>Disturbed here</source>
        <translation>Alterado aquí</translation>
    </message>
    <message>
        <source>Also here</source>
        <translation>También aquí</translation>
    </message>
</context>
<context>
    <name>MovementPage</name>
    <message>
        <source>Step back</source>
        <translation>Paso anterior</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>Paso siguiente</translation>
    </message>
    <message>
        <source>Play slowly</source>
        <translation>Ver despacio</translation>
    </message>
    <message>
        <source>How a movement works</source>
        <translation>Cómo funciona un movimiento</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Palabras</translation>
    </message>
    <message>
        <source>Go to words that are easily mixed up, such as cramp and spasm</source>
        <translation>Ir a palabras que se confunden con facilidad, como calambre y espasmo</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Words that are easily mixed up</source>
        <translation>Palabras que se confunden con facilidad</translation>
    </message>
    <message>
        <source>What other words mean</source>
        <translation>Qué significan otras palabras</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Parar</translation>
    </message>
    <message>
        <source>{number} of {count}</source>
        <translation>{number} de {count}</translation>
    </message>
    <message>
        <source>What can go wrong here</source>
        <translation>Qué puede fallar aquí</translation>
    </message>
    <message>
        <source>Causes that disturb it</source>
        <translation>Causas que lo alteran</translation>
    </message>
</context>
<context>
    <name>MuscleEntry</name>
    <message>
        <source>{region}: {action}.</source>
        <translation>{region}: {action}.</translation>
    </message>
    <message>
        <source>Touch it on the body</source>
        <translation>Tocarlo en el cuerpo</translation>
    </message>
    <message>
        <source>Touch it on the body: {muscle}</source>
        <translation>Tocarlo en el cuerpo: {muscle}</translation>
    </message>
</context>
<context>
    <name>PhonePage</name>
    <message>
        <source>Square with the words of this page, for a phone&apos;s camera</source>
        <translation>Cuadrado con las palabras de esta página, para la cámara de un teléfono</translation>
    </message>
    <message>
        <source>Back to the advice</source>
        <translation>Volver al consejo</translation>
    </message>
    <message>
        <source>Back to the plan</source>
        <translation>Volver al plan</translation>
    </message>
    <message>
        <source>Point your phone&apos;s camera at the square. It holds these words themselves: no link, no network.</source>
        <translation>Apunte la cámara de su teléfono al cuadrado. El cuadrado contiene estas mismas palabras: sin enlace y sin red.</translation>
    </message>
    <message>
        <source>This plan is too long for a square. Print it, or take a photo of this page.</source>
        <translation>Este plan es demasiado largo para un cuadrado. Imprímalo o haga una foto de esta página.</translation>
    </message>
    <message>
        <source>To your phone</source>
        <translation>A su teléfono</translation>
    </message>
</context>
<context>
    <name>PinPad</name>
    <message>
        <source>For the staff: PIN to end the program</source>
        <translation>Para el personal: PIN para cerrar el programa</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Listo</translation>
    </message>
</context>
<context>
    <name>PlanItem</name>
    <message>
        <source>Times a day: {count}</source>
        <translation>Veces al día: {count}</translation>
    </message>
    <message>
        <source>times a day, {name}</source>
        <translation>veces al día, {name}</translation>
    </message>
    <message>
        <source>Days: {count}</source>
        <translation>Días: {count}</translation>
    </message>
    <message>
        <source>days, {name}</source>
        <translation>días, {name}</translation>
    </message>
    <message>
        <source>Own words for: {name}</source>
        <translation>Palabras propias para: {name}</translation>
    </message>
    <message>
        <source>Own words</source>
        <translation>Palabras propias</translation>
    </message>
    <message>
        <source>Hold {seconds} seconds. {repeats}</source>
        <translation>Mantenga {seconds} segundos. {repeats}</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Subir</translation>
    </message>
    <message>
        <source>Up: {name}</source>
        <translation>Subir: {name}</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Bajar</translation>
    </message>
    <message>
        <source>Down: {name}</source>
        <translation>Bajar: {name}</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Remove from the plan: {name}</source>
        <translation>Quitar del plan: {name}</translation>
    </message>
</context>
<context>
    <name>PlanLists</name>
    <message>
        <source>A note for the whole plan</source>
        <translation>Una nota para todo el plan</translation>
    </message>
    <message>
        <source>In the plan</source>
        <translation>En el plan</translation>
    </message>
    <message>
        <source>To choose from</source>
        <translation>Para elegir</translation>
    </message>
    <message>
        <source>The plan is full. Remove something first.</source>
        <translation>El plan está lleno. Quite algo primero.</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Añadir</translation>
    </message>
    <message>
        <source>Add to the plan: {name}</source>
        <translation>Añadir al plan: {name}</translation>
    </message>
</context>
<context>
    <name>PlanPage</name>
    <message>
        <source>Choose what to do, in which order and how often. It goes on the page to take home. Start over forgets it.</source>
        <translation>Elija qué hacer, en qué orden y cuántas veces. Sale en la hoja para llevar. Al empezar de nuevo se olvida.</translation>
    </message>
    <message>
        <source>Until when</source>
        <translation>Hasta cuándo</translation>
    </message>
    <message>
        <source>Your plan</source>
        <translation>Su plan</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Listo</translation>
    </message>
    <message>
        <source>Done: back to the advice</source>
        <translation>Listo: volver al consejo</translation>
    </message>
    <message>
        <source>Nothing yet. Without a plan, the page to take home shows what fits.</source>
        <translation>Todavía nada. Sin un plan, la hoja para llevar muestra lo que encaja.</translation>
    </message>
</context>
<context>
    <name>ProblemsPage</name>
    <message>
        <source>{file}, line {number}</source>
        <translation>{file}, línea {number}</translation>
    </message>
    <message>
        <source>And {rest} more.</source>
        <translation>Y {rest} más.</translation>
    </message>
    <message>
        <source>The content needs mending, so the program waits</source>
        <translation>El contenido necesita arreglos; por eso el programa espera</translation>
    </message>
    <message>
        <source>Nothing is shown to patients until every file is right. Nothing was changed or lost. Mend the lines below, then start the program again.</source>
        <translation>No se muestra nada a los pacientes hasta que todos los archivos estén bien. No se cambió ni se perdió nada. Corrija las líneas de abajo y luego abra el programa otra vez.</translation>
    </message>
    <message>
        <source>To see the same list in a terminal: spasm-gui check</source>
        <translation>Para ver la misma lista en una terminal: spasm-gui check</translation>
    </message>
</context>
<context>
    <name>RegionFacts</name>
    <message>
        <source>Pain here can come from elsewhere</source>
        <translation>El dolor de aquí puede venir de otro lugar</translation>
    </message>
    <message>
        <source>Muscles here</source>
        <translation>Músculos de aquí</translation>
    </message>
    <message>
        <source>(deep)</source>
        <translation>(profundo)</translation>
    </message>
</context>
<context>
    <name>RegionPanel</name>
    <message>
        <source>Also hurts</source>
        <translation>También duele</translation>
    </message>
    <message>
        <source>Also hurts here</source>
        <translation>También duele aquí</translation>
    </message>
    <message>
        <source>Now touch the other place on the body.</source>
        <translation>Ahora toque el otro lugar en el cuerpo.</translation>
    </message>
    <message>
        <source>Also: {places}.</source>
        <translation>También: {places}.</translation>
    </message>
    <message>
        <source>Questions about this place come next. The questions below count for every place.</source>
        <translation>Después vienen preguntas sobre este lugar. Las preguntas de abajo valen para todos los lugares.</translation>
    </message>
    <message>
        <source>One step back: {screen}</source>
        <translation>Un paso atrás: {screen}</translation>
    </message>
</context>
<context>
    <name>SaidCell</name>
    <message>
        <source>Yes</source>
        <translation>Sí</translation>
    </message>
    <message>
        <source>No</source>
        <translation>No</translation>
    </message>
    <message>
        <source>Not sure</source>
        <translation>No lo sé</translation>
    </message>
    <message>
        <source>Not asked yet</source>
        <translation>Aún no se ha preguntado</translation>
    </message>
    <message>
        <source>You said: {answer}</source>
        <translation>Usted dijo: {answer}</translation>
    </message>
</context>
<context>
    <name>SearchBox</name>
    <message>
        <source>Search</source>
        <translation>Buscar</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Search: calf, jaw click, cramp</source>
        <translation>Buscar: pantorrilla, chasquido de mandíbula, calambre</translation>
    </message>
    <message>
        <source>Search: calf, cramp</source>
        <translation>Buscar: pantorrilla</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Buscar</translation>
    </message>
</context>
<context>
    <name>SearchPill</name>
    <message>
        <source>Close the search</source>
        <translation>Cerrar la búsqueda</translation>
    </message>
    <message>
        <source>Empty the search</source>
        <translation>Vaciar la búsqueda</translation>
    </message>
</context>
<context>
    <name>SearchResults</name>
    <message>
        <source>Search results</source>
        <translation>Resultados de la búsqueda</translation>
    </message>
    <message>
        <source>Found: {count}</source>
        <translation>Encontrados: {count}</translation>
    </message>
    <message>
        <source>The best {count}; type more to narrow it down</source>
        <translation>Los {count} mejores; escriba más para afinar</translation>
    </message>
    <message>
        <source>Nothing has a name like this. Try another word, or touch the place on the body.</source>
        <translation>Nada tiene un nombre así. Pruebe con otra palabra o toque el lugar en el cuerpo.</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Lugar</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>Causa</translation>
    </message>
    <message>
        <source>Muscle</source>
        <translation>Músculo</translation>
    </message>
    <message>
        <source>Word</source>
        <translation>Palabra</translation>
    </message>
    <message>
        <source>Which side of: {name}</source>
        <translation>Qué lado de: {name}</translation>
    </message>
    <message>
        <source>All results</source>
        <translation>Todos los resultados</translation>
    </message>
</context>
<context>
    <name>SideAsk</name>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Close the question, no close-up</source>
        <translation>Cerrar la pregunta, sin vista de cerca</translation>
    </message>
</context>
<context>
    <name>SideChoice</name>
    <message>
        <source>Which side?</source>
        <translation>¿Qué lado?</translation>
    </message>
</context>
<context>
    <name>SpeaksCell</name>
    <message>
        <source>speaks for it</source>
        <translation>habla a favor</translation>
    </message>
    <message>
        <source>Fits what you said</source>
        <translation>Coincide con lo que usted dijo</translation>
    </message>
    <message>
        <source>speaks against it</source>
        <translation>habla en contra</translation>
    </message>
    <message>
        <source>Against it, as you said</source>
        <translation>En contra, según lo que usted dijo</translation>
    </message>
    <message>
        <source>says nothing</source>
        <translation>no indica nada</translation>
    </message>
</context>
<context>
    <name>StackedCards</name>
    <message>
        <source>What to do first</source>
        <translation>Qué hacer primero</translation>
    </message>
    <message>
        <source>You said: {answer}</source>
        <translation>Usted dijo: {answer}</translation>
    </message>
</context>
<context>
    <name>Stepper</name>
    <message>
        <source>Less: {what}</source>
        <translation>Menos: {what}</translation>
    </message>
    <message>
        <source>More: {what}</source>
        <translation>Más: {what}</translation>
    </message>
    <message>
        <source>as described</source>
        <translation>como se describe</translation>
    </message>
</context>
<context>
    <name>StrengthRow</name>
    <message>
        <source>0 none</source>
        <translation>0 ninguno</translation>
    </message>
    <message>
        <source>1–3 mild</source>
        <translation>1–3 leve</translation>
    </message>
    <message>
        <source>4–6 strong</source>
        <translation>4–6 fuerte</translation>
    </message>
    <message>
        <source>7–10 very strong</source>
        <translation>7–10 muy fuerte</translation>
    </message>
    <message>
        <source>How bad is it?</source>
        <translation>¿Cuánto duele?</translation>
    </message>
    <message>
        <source>How bad is it, 0 to 10? {step}</source>
        <translation>¿Cuánto duele, de 0 a 10? {step}</translation>
    </message>
</context>
<context>
    <name>Table</name>
    <message>
        <source>Choose another cause to see what tells them apart.</source>
        <translation>Elija otra causa para ver en qué se distinguen.</translation>
    </message>
    <message>
        <source>No finding tells them apart here.</source>
        <translation>Aquí ningún signo las distingue.</translation>
    </message>
    <message>
        <source>What a yes would mean</source>
        <translation>Qué significaría un sí</translation>
    </message>
    <message>
        <source>You said</source>
        <translation>Usted dijo</translation>
    </message>
    <message>
        <source>What to do first</source>
        <translation>Qué hacer primero</translation>
    </message>
    <message>
        <source>Show {rest} more</source>
        <translation>Mostrar {rest} más</translation>
    </message>
</context>
<context>
    <name>TakeAlongButtons</name>
    <message>
        <source>Print</source>
        <translation>Imprimir</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>Guardar como PDF</translation>
    </message>
    <message>
        <source>To phone</source>
        <translation>Al teléfono</translation>
    </message>
</context>
<context>
    <name>UpperHalf</name>
    <message>
        <source>Everything you can touch is in the lower half of the screen.</source>
        <translation>Todo lo que puede tocar está en la mitad inferior de la pantalla.</translation>
    </message>
</context>
<context>
    <name>WhatChanges</name>
    <message>
        <source>If this happens later</source>
        <translation>Si esto ocurre más tarde</translation>
    </message>
    <message>
        <source>What would change it</source>
        <translation>Qué cambiaría el consejo</translation>
    </message>
    <message>
        <source>Any other sign that the questions named counts as well.</source>
        <translation>También cuenta cualquier otro signo que nombraron las preguntas.</translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <source>Something went wrong, so a new visit has begun. Nothing was kept.</source>
        <translation>Algo salió mal y por eso empezó una visita nueva. No se guardó nada.</translation>
    </message>
    <message>
        <source>General information, not a diagnosis.</source>
        <translation>Información general, no es un diagnóstico.</translation>
    </message>
    <message>
        <source>Not yet clinically reviewed.</source>
        <translation>Aún sin revisión clínica.</translation>
    </message>
    <message>
        <source>Clinically reviewed by {name}.</source>
        <translation>Con revisión clínica de {name}.</translation>
    </message>
    <message>
        <source>Translation not reviewed.</source>
        <translation>Traducción sin revisar.</translation>
    </message>
    <message>
        <source>Its review is overdue.</source>
        <translation>Su revisión está atrasada.</translation>
    </message>
    <message>
        <source>Out of date: it no longer says how to treat yourself.</source>
        <translation>Anticuado: ya no dice cómo tratarse uno mismo.</translation>
    </message>
    <message>
        <source>The date of this computer or of the content is wrong.</source>
        <translation>La fecha de este equipo o del contenido es errónea.</translation>
    </message>
</context>
<context>
    <name>close-ups</name>
    <message>
        <source>Head, face</source>
        <translation>Cabeza y cara</translation>
    </message>
    <message>
        <source>Close-up: head and face</source>
        <translation>De cerca: cabeza y cara</translation>
    </message>
    <message>
        <source>Hand</source>
        <translation>Mano</translation>
    </message>
    <message>
        <source>Close-up: hand</source>
        <translation>De cerca: mano</translation>
    </message>
    <message>
        <source>Foot</source>
        <translation>Pie</translation>
    </message>
    <message>
        <source>Close-up: foot</source>
        <translation>De cerca: pie</translation>
    </message>
    <message>
        <source>Which hand?</source>
        <translation>¿Qué mano?</translation>
    </message>
    <message>
        <source>Which foot?</source>
        <translation>¿Qué pie?</translation>
    </message>
    <message>
        <source>Left side</source>
        <translation>Lado izquierdo</translation>
    </message>
    <message>
        <source>Head from the left</source>
        <translation>Cabeza vista desde la izquierda</translation>
    </message>
    <message>
        <source>Right side</source>
        <translation>Lado derecho</translation>
    </message>
    <message>
        <source>Seen from the left</source>
        <translation>Visto desde la izquierda</translation>
    </message>
    <message>
        <source>Seen from the right</source>
        <translation>Visto desde la derecha</translation>
    </message>
    <message>
        <source>Head from the right</source>
        <translation>Cabeza vista desde la derecha</translation>
    </message>
    <message>
        <source>Front</source>
        <translation>Delante</translation>
    </message>
    <message>
        <source>Front view</source>
        <translation>Vista de frente</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Detrás</translation>
    </message>
    <message>
        <source>Back view</source>
        <translation>Vista de espaldas</translation>
    </message>
    <message>
        <source>From the front</source>
        <translation>De frente</translation>
    </message>
    <message>
        <source>Head from the front</source>
        <translation>Cabeza de frente</translation>
    </message>
    <message>
        <source>Palm</source>
        <translation>Palma</translation>
    </message>
    <message>
        <source>Back of the hand</source>
        <translation>Dorso de la mano</translation>
    </message>
    <message>
        <source>Top of the foot</source>
        <translation>Empeine</translation>
    </message>
    <message>
        <source>Foot from above</source>
        <translation>Pie visto desde arriba</translation>
    </message>
    <message>
        <source>Sole</source>
        <translation>Planta</translation>
    </message>
    <message>
        <source>Your left side</source>
        <translation>Su lado izquierdo</translation>
    </message>
    <message>
        <source>Your right side</source>
        <translation>Su lado derecho</translation>
    </message>
    <message>
        <source>{view}, pain {strength} of 10</source>
        <translation>{view}, dolor {strength} de 10</translation>
    </message>
</context>
<context>
    <name>handout</name>
    <message>
        <source>Spasm Map</source>
        <translation>Spasm Map</translation>
    </message>
    <message>
        <source>Advice</source>
        <translation>Consejo</translation>
    </message>
    <message>
        <source>Advice so far; some questions are open</source>
        <translation>Consejo por ahora; quedan preguntas abiertas</translation>
    </message>
    <message>
        <source>Why this advice</source>
        <translation>Por qué este consejo</translation>
    </message>
    <message>
        <source>{cause} fits best: {fits} of your answers, {against} against.</source>
        <translation>{cause} es lo que mejor encaja: {fits} de sus respuestas a favor, {against} en contra.</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ninguna</translation>
    </message>
    <message>
        <source>None of the danger signs asked about</source>
        <translation>Ninguno de los signos de peligro por los que se preguntó</translation>
    </message>
    <message>
        <source>Not sure: {said}</source>
        <translation>No lo sé: {said}</translation>
    </message>
    <message>
        <source>Do this now</source>
        <translation>Haga esto ahora</translation>
    </message>
    <message>
        <source>After that</source>
        <translation>Después</translation>
    </message>
    <message>
        <source>What you can do</source>
        <translation>Lo que puede hacer</translation>
    </message>
    <message>
        <source>More to do, with pictures, in the program: {count}</source>
        <translation>Más cosas que hacer, con imágenes, en el programa: {count}</translation>
    </message>
    <message>
        <source>Your plan</source>
        <translation>Su plan</translation>
    </message>
    <message>
        <source>Chosen by your physiotherapist</source>
        <translation>Elegido por su fisioterapeuta</translation>
    </message>
    <message>
        <source>Your exercises</source>
        <translation>Sus ejercicios</translation>
    </message>
    <message>
        <source>Your physiotherapist examined you and chose these exercises for you. The program asked no questions and gives no advice here.</source>
        <translation>Su fisioterapeuta le examinó y eligió estos ejercicios para usted. El programa no hizo preguntas y aquí no da ningún consejo.</translation>
    </message>
    <message>
        <source>Stop and get help if one of these comes</source>
        <translation>Pare y busque ayuda si aparece una de estas señales</translation>
    </message>
    <message>
        <source>Times a day: {count}.</source>
        <translation>Veces al día: {count}.</translation>
    </message>
    <message>
        <source>Days: {count}.</source>
        <translation>Días: {count}.</translation>
    </message>
    <message>
        <source>Usually: {dose}</source>
        <translation>Normalmente: {dose}</translation>
    </message>
    <message>
        <source>For you</source>
        <translation>Para usted</translation>
    </message>
    <message>
        <source>Hold {seconds} seconds. {repeats}</source>
        <translation>Mantenga {seconds} segundos. {repeats}</translation>
    </message>
    <message>
        <source>Stop if</source>
        <translation>Pare si</translation>
    </message>
    <message>
        <source>Until when</source>
        <translation>Hasta cuándo</translation>
    </message>
    <message>
        <source>{text} That is until {date}.</source>
        <translation>{text} Es decir, hasta el {date}.</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>Lo que debe evitar</translation>
    </message>
    <message>
        <source>When this advice no longer holds</source>
        <translation>Cuándo este consejo deja de valer</translation>
    </message>
    <message>
        <source>Any other sign that the questions named counts as well.</source>
        <translation>También cuenta cualquier otro signo que nombraron las preguntas.</translation>
    </message>
    <message>
        <source>On your phone</source>
        <translation>En su teléfono</translation>
    </message>
    <message>
        <source>Shortened. The printed page says more.</source>
        <translation>Abreviado. La página impresa dice más.</translation>
    </message>
    <message>
        <source>The square holds the plan in short. It opens no link, and nothing was stored.</source>
        <translation>El cuadrado contiene el plan resumido. No abre ningún enlace y no se ha guardado nada.</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Fuentes</translation>
    </message>
    <message>
        <source>and more in the program: {count}</source>
        <translation>y más en el programa: {count}</translation>
    </message>
    <message>
        <source>some statements rest on general medical knowledge</source>
        <translation>algunas afirmaciones se basan en conocimientos médicos generales</translation>
    </message>
    <message>
        <source>Content {version} of {date}; compared with its sources on {reviewed}.</source>
        <translation>Contenido {version} del {date}; comparado con sus fuentes el {reviewed}.</translation>
    </message>
    <message>
        <source>Pain {strength} of 10.</source>
        <translation>Dolor {strength} de 10.</translation>
    </message>
</context>
<context>
    <name>parts</name>
    <message>
        <source>left side of the forehead</source>
        <translation>lado izquierdo de la frente</translation>
    </message>
    <message>
        <source>right side of the forehead</source>
        <translation>lado derecho de la frente</translation>
    </message>
    <message>
        <source>left temple</source>
        <translation>sien izquierda</translation>
    </message>
    <message>
        <source>right temple</source>
        <translation>sien derecha</translation>
    </message>
    <message>
        <source>left eye</source>
        <translation>ojo izquierdo</translation>
    </message>
    <message>
        <source>right eye</source>
        <translation>ojo derecho</translation>
    </message>
    <message>
        <source>left cheek and side of the nose</source>
        <translation>mejilla izquierda y lado de la nariz</translation>
    </message>
    <message>
        <source>right cheek and side of the nose</source>
        <translation>mejilla derecha y lado de la nariz</translation>
    </message>
    <message>
        <source>left ear</source>
        <translation>oreja izquierda</translation>
    </message>
    <message>
        <source>right ear</source>
        <translation>oreja derecha</translation>
    </message>
    <message>
        <source>left side of the mouth</source>
        <translation>lado izquierdo de la boca</translation>
    </message>
    <message>
        <source>right side of the mouth</source>
        <translation>lado derecho de la boca</translation>
    </message>
    <message>
        <source>left fingers</source>
        <translation>dedos de la mano izquierda</translation>
    </message>
    <message>
        <source>right fingers</source>
        <translation>dedos de la mano derecha</translation>
    </message>
    <message>
        <source>left thumb</source>
        <translation>pulgar izquierdo</translation>
    </message>
    <message>
        <source>right thumb</source>
        <translation>pulgar derecho</translation>
    </message>
    <message>
        <source>ball of the left thumb</source>
        <translation>base carnosa del pulgar izquierdo</translation>
    </message>
    <message>
        <source>ball of the right thumb</source>
        <translation>base carnosa del pulgar derecho</translation>
    </message>
    <message>
        <source>left palm</source>
        <translation>palma izquierda</translation>
    </message>
    <message>
        <source>right palm</source>
        <translation>palma derecha</translation>
    </message>
    <message>
        <source>outer edge of the left palm</source>
        <translation>borde externo de la palma izquierda</translation>
    </message>
    <message>
        <source>outer edge of the right palm</source>
        <translation>borde externo de la palma derecha</translation>
    </message>
    <message>
        <source>left wrist</source>
        <translation>muñeca izquierda</translation>
    </message>
    <message>
        <source>right wrist</source>
        <translation>muñeca derecha</translation>
    </message>
    <message>
        <source>back of the left hand</source>
        <translation>dorso de la mano izquierda</translation>
    </message>
    <message>
        <source>back of the right hand</source>
        <translation>dorso de la mano derecha</translation>
    </message>
    <message>
        <source>web of the left thumb</source>
        <translation>pliegue entre el pulgar izquierdo y el índice</translation>
    </message>
    <message>
        <source>web of the right thumb</source>
        <translation>pliegue entre el pulgar derecho y el índice</translation>
    </message>
    <message>
        <source>left big toe</source>
        <translation>dedo gordo del pie izquierdo</translation>
    </message>
    <message>
        <source>right big toe</source>
        <translation>dedo gordo del pie derecho</translation>
    </message>
    <message>
        <source>small toes of the left foot</source>
        <translation>dedos pequeños del pie izquierdo</translation>
    </message>
    <message>
        <source>small toes of the right foot</source>
        <translation>dedos pequeños del pie derecho</translation>
    </message>
    <message>
        <source>left instep</source>
        <translation>empeine izquierdo</translation>
    </message>
    <message>
        <source>right instep</source>
        <translation>empeine derecho</translation>
    </message>
    <message>
        <source>left ankle</source>
        <translation>tobillo izquierdo</translation>
    </message>
    <message>
        <source>right ankle</source>
        <translation>tobillo derecho</translation>
    </message>
    <message>
        <source>ball of the left foot</source>
        <translation>parte delantera de la planta del pie izquierdo</translation>
    </message>
    <message>
        <source>ball of the right foot</source>
        <translation>parte delantera de la planta del pie derecho</translation>
    </message>
    <message>
        <source>arch of the left foot</source>
        <translation>arco del pie izquierdo</translation>
    </message>
    <message>
        <source>arch of the right foot</source>
        <translation>arco del pie derecho</translation>
    </message>
    <message>
        <source>outer edge of the left foot</source>
        <translation>borde externo del pie izquierdo</translation>
    </message>
    <message>
        <source>outer edge of the right foot</source>
        <translation>borde externo del pie derecho</translation>
    </message>
    <message>
        <source>left heel</source>
        <translation>talón izquierdo</translation>
    </message>
    <message>
        <source>right heel</source>
        <translation>talón derecho</translation>
    </message>
</context>
<context>
    <name>places</name>
    <message>
        <source>{place} instead</source>
        <translation>{place} en su lugar</translation>
    </message>
    <message>
        <source>{first} and {last}</source>
        <translation>{first} y {last}</translation>
    </message>
</context>
<context>
    <name>screens</name>
    <message>
        <source>Right now</source>
        <translation>Ahora mismo</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>Aquí</translation>
    </message>
    <message>
        <source>The person</source>
        <translation>La persona</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hoy</translation>
    </message>
    <message>
        <source>For a while</source>
        <translation>Desde hace tiempo</translation>
    </message>
    <message>
        <source>Most like yours</source>
        <translation>Lo más parecido</translation>
    </message>
</context>
<context>
    <name>sources</name>
    <message>
        <source>well-established teaching, not yet traced to a page</source>
        <translation>enseñanza bien establecida, aún no localizada en una página concreta</translation>
    </message>
    <message>
        <source>Sources: {titles} (last compared with them on {date}).</source>
        <translation>Fuentes: {titles} (comparado con ellas por última vez el {date}).</translation>
    </message>
</context>
<context>
    <name>terminal</name>
    <message>
        <source>Nothing is left to ask.</source>
        <translation>No queda nada por preguntar.</translation>
    </message>
    <message>
        <source>No advice yet. Questions left: {count}</source>
        <translation>Todavía no hay consejo. Preguntas que quedan: {count}</translation>
    </message>
    <message>
        <source>See them with: {command}</source>
        <translation>Véalas con: {command}</translation>
    </message>
    <message>
        <source>{advice} (so far; more questions are open)</source>
        <translation>{advice} (por ahora; quedan preguntas abiertas)</translation>
    </message>
    <message>
        <source>Why:</source>
        <translation>Por qué:</translation>
    </message>
    <message>
        <source>Until then:</source>
        <translation>Hasta entonces:</translation>
    </message>
    <message>
        <source>What you can do:</source>
        <translation>Qué puede hacer:</translation>
    </message>
    <message>
        <source>What may be behind it:</source>
        <translation>Qué puede haber detrás:</translation>
    </message>
    <message>
        <source>About {places}:</source>
        <translation>Sobre {places}:</translation>
    </message>
    <message>
        <source>{cause} fits {count} of your answers.</source>
        <translation>{cause} encaja con {count} de sus respuestas.</translation>
    </message>
    <message>
        <source>You said: {said}.</source>
        <translation>Usted dijo: {said}.</translation>
    </message>
    <message>
        <source>Clinically reviewed by {name}, {date}.</source>
        <translation>Revisión clínica de {name}, {date}.</translation>
    </message>
</context>
</TS>
